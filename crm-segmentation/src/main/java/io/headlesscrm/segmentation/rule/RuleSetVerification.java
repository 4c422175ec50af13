package io.headlesscrm.segmentation.rule;

import io.headlesscrm.segmentation.Segment;
import java.util.List;

/**
 * What holds for a rule set over all values that customers can have: the bounds of the rules cut every measure into
 * ranges, and all combinations of ranges were looked at.
 *
 * @param cells how many combinations there are
 * @param matchedByOne combinations that match one rule
 * @param matchedBySeveral combinations that match more than one rule, so that the order of rules decides
 * @param matchedByNone combinations that match no rule
 * @param unreachable segments that no combination has
 * @param counterexamples everything that breaks a claim, gaps first, then overlaps, then descents
 */
public record RuleSetVerification(
    int cells,
    int matchedByOne,
    int matchedBySeveral,
    int matchedByNone,
    List<Segment> unreachable,
    List<Counterexample> counterexamples) {

  public RuleSetVerification {
    unreachable = List.copyOf(unreachable);
    counterexamples = List.copyOf(counterexamples);
  }

  /**
   * Whether every customer of whom all measures are known matches a rule.
   *
   * @return true without gaps
   */
  public boolean isExhaustive() {
    return matchedByNone == 0;
  }

  /**
   * Whether nobody matches two rules.
   *
   * @return true when the order of rules does not matter
   */
  public boolean isDisjoint() {
    return matchedBySeveral == 0;
  }

  /**
   * Whether every segment can have customers.
   *
   * @return true when none is shadowed by earlier rules
   */
  public boolean isReachable() {
    return unreachable.isEmpty();
  }

  /**
   * Whether the claims hold: a better value never lowers the rank. Segments without a rank claim nothing.
   *
   * @return true without descents
   */
  public boolean isMonotone() {
    return counterexamples.stream()
        .noneMatch(example -> example.kind() == Counterexample.Kind.DESCENT);
  }
}
