package io.headlesscrm.segmentation.rule;

import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.grid.GridAxis;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at every combination of ranges, and at every step from one to a better neighbour. */
final class RuleSetVerifier {

  private final RuleSet rules;
  private final List<GridAxis> axes;
  private final List<Counterexample> gaps = new ArrayList<>();
  private final List<Counterexample> overlaps = new ArrayList<>();
  private final List<Counterexample> descents = new ArrayList<>();
  private int cells;

  RuleSetVerifier(RuleSet rules) {
    this.rules = rules;
    this.axes = rules.axes();
  }

  RuleSetVerification verify() {
    Set<Segment> unreachable = new LinkedHashSet<>(rules.named());
    visit(new int[axes.size()], 0, unreachable);
    // a segment for the rest that nothing is left for claims nothing
    rules.findOtherwise().filter(rest -> gaps.isEmpty()).ifPresent(unreachable::remove);
    List<Counterexample> all = new ArrayList<>(gaps);
    all.addAll(overlaps);
    all.addAll(descents);
    return new RuleSetVerification(
        cells,
        cells - gaps.size() - overlaps.size(),
        overlaps.size(),
        gaps.size(),
        List.copyOf(unreachable),
        all);
  }

  private void visit(int[] levels, int axis, Set<Segment> unreachable) {
    if (axis == levels.length) {
      look(levels.clone(), unreachable);
      return;
    }
    for (levels[axis] = 0; levels[axis] < axes.get(axis).levels(); levels[axis]++) {
      visit(levels, axis + 1, unreachable);
    }
    levels[axis] = 0;
  }

  private void look(int[] levels, Set<Segment> unreachable) {
    cells++;
    List<Segment> matching = rules.matching(levels);
    Optional<Segment> segment =
        matching.isEmpty() ? rules.findOtherwise() : Optional.of(matching.get(0));
    segment.ifPresent(unreachable::remove);
    if (matching.isEmpty()) {
      gaps.add(new Counterexample(Counterexample.Kind.GAP, where(levels), List.of()));
    } else if (matching.size() > 1) {
      overlaps.add(new Counterexample(Counterexample.Kind.OVERLAP, where(levels), matching));
    }
    segment.ifPresent(now -> rules.claims().forEach(claim -> compare(levels, now, claim)));
  }

  /** Steps by one suffice: where every step keeps the rank, every longer way does. */
  private void compare(int[] levels, Segment now, Claim claim) {
    int axis = rules.axisOf(claim.measure());
    int better = levels[axis] + (claim.moreIsBetter() ? 1 : -1);
    if (better < 0 || better >= axes.get(axis).levels()) {
      return;
    }
    int[] changed = levels.clone();
    changed[axis] = better;
    List<Segment> matching = rules.matching(changed);
    Optional<Segment> then =
        matching.isEmpty() ? rules.findOtherwise() : Optional.of(matching.get(0));
    then.filter(now::isBetterThan)
        .ifPresent(lower -> descents.add(new Counterexample(
            Counterexample.Kind.DESCENT,
            where(levels) + " -> " + range(axis, better),
            List.of(now, lower))));
  }

  private String where(int[] levels) {
    List<String> ranges = new ArrayList<>();
    for (int axis = 0; axis < levels.length; axis++) {
      ranges.add(range(axis, levels[axis]));
    }
    return String.join(", ", ranges);
  }

  private String range(int axis, int level) {
    List<Double> cuts = axes.get(axis).cuts();
    String name = axes.get(axis).indicator().formula().measures().get(0).toString();
    String from = level > 0 ? name + " >= " + cuts.get(level - 1) : "";
    String to = level < cuts.size() ? name + " < " + cuts.get(level) : "";
    return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
  }
}
