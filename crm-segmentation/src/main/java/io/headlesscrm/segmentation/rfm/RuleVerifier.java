package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks at every cell of a rule set, and at every step from a cell to a better neighbour. */
final class RuleVerifier {

  private final RfmRules rules;
  private final List<Counterexample> gaps = new ArrayList<>();
  private final List<Counterexample> overlaps = new ArrayList<>();
  private final List<Counterexample> descents = new ArrayList<>();

  RuleVerifier(RfmRules rules) {
    this.rules = rules;
  }

  RuleVerification verify() {
    Set<Segment> unreachable = new LinkedHashSet<>(rules.segments());
    for (RfmScore cell : rules.cells()) {
      unreachable.remove(rules.segment(cell));
      count(cell);
      for (Axis axis : Axis.values()) {
        compareWithBetter(cell, axis);
      }
    }
    // a segment for the rest that nothing is left for claims nothing
    rules.findOtherwise().filter(rest -> gaps.isEmpty()).ifPresent(unreachable::remove);
    return new RuleVerification(
        rules.cells().size(),
        rules.cells().size() - gaps.size() - overlaps.size(),
        overlaps.size(),
        gaps.size(),
        List.copyOf(unreachable),
        all());
  }

  private void count(RfmScore cell) {
    List<Segment> matching = rules.rules().stream()
        .filter(rule -> rule.matches(cell))
        .map(RfmRule::segment)
        .toList();
    if (matching.isEmpty()) {
      gaps.add(example(Counterexample.Kind.GAP, List.of(cell), List.of(rules.segment(cell))));
    } else if (matching.size() > 1) {
      overlaps.add(example(Counterexample.Kind.OVERLAP, List.of(cell), matching));
    }
  }

  /** Steps by one suffice: where every step keeps the rank, every longer way does. */
  private void compareWithBetter(RfmScore cell, Axis axis) {
    if (cell.on(axis) == rules.levels()) {
      return;
    }
    RfmScore better = cell.with(axis, cell.on(axis) + 1);
    if (rules.segment(cell).isBetterThan(rules.segment(better))) {
      descents.add(example(
          Counterexample.Kind.DESCENT,
          List.of(cell, better),
          List.of(rules.segment(cell), rules.segment(better))));
    }
  }

  private static Counterexample example(
      Counterexample.Kind kind, List<RfmScore> cells, List<Segment> segments) {
    return new Counterexample(kind, cells, segments);
  }

  private List<Counterexample> all() {
    List<Counterexample> all = new ArrayList<>(gaps);
    all.addAll(overlaps);
    all.addAll(descents);
    return all;
  }
}
