package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.segmentation.Segment;
import java.util.List;

/**
 * What holds for a rule set over every cell of its cube of levels.
 *
 * @param cells how many there are
 * @param matchedByOne cells that match one rule
 * @param matchedBySeveral cells that match more than one rule, so that the order of rules decides
 * @param matchedByNone cells that match no rule and go to the segment for the rest
 * @param unreachable segments that no cell has
 * @param counterexamples everything that breaks a claim, gaps first, then overlaps, then descents
 */
public record RuleVerification(
    int cells,
    int matchedByOne,
    int matchedBySeveral,
    int matchedByNone,
    List<Segment> unreachable,
    List<Counterexample> counterexamples) {

  public RuleVerification {
    unreachable = List.copyOf(unreachable);
    counterexamples = List.copyOf(counterexamples);
  }

  /**
   * Whether every cell matches a rule.
   *
   * @return true without gaps
   */
  public boolean isExhaustive() {
    return matchedByNone == 0;
  }

  /**
   * Whether no cell matches two rules.
   *
   * @return true when the order of rules does not matter
   */
  public boolean isDisjoint() {
    return matchedBySeveral == 0;
  }

  /**
   * Whether every segment has a cell.
   *
   * @return true when none is shadowed by earlier rules
   */
  public boolean isReachable() {
    return unreachable.isEmpty();
  }

  /**
   * Whether a better level on any axis never lowers the rank of the segment. Segments without a rank claim nothing.
   *
   * @return true without descents
   */
  public boolean isMonotone() {
    return counterexamples.stream()
        .noneMatch(example -> example.kind() == Counterexample.Kind.DESCENT);
  }

  /** Such as {@code 125 cells: 57 match one rule, 58 several, 10 none; 23 descents}. */
  @Override
  public String toString() {
    int descents = counterexamples.size() - matchedByNone - matchedBySeveral;
    return cells + " cells: " + matchedByOne + " match one rule, " + matchedBySeveral + " several, "
        + matchedByNone + " none; " + descents + " descents; unreachable " + unreachable;
  }
}
