package io.headlesscrm.segmentation.rule;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.Measure;

/**
 * A bound on a measure. A value that is not known meets no condition.
 *
 * @param measure of the base
 * @param comparison with the bound
 * @param bound finite
 */
public record Condition(Measure measure, Comparison comparison, double bound) {

  public Condition {
    requireNonNull(measure, "measure");
    requireNonNull(comparison, "comparison");
    if (!Double.isFinite(bound)) {
      throw new IllegalArgumentException("bound of " + measure + " is " + bound
          + ", it must be finite. Maybe leave the condition out?");
    }
  }

  /**
   * The measure is at least that.
   *
   * @param measure of the base
   * @param bound included
   * @return the condition
   */
  public static Condition atLeast(Measure measure, double bound) {
    return new Condition(measure, Comparison.AT_LEAST, bound);
  }

  /**
   * The measure is more than that.
   *
   * @param measure of the base
   * @param bound not included
   * @return the condition
   */
  public static Condition above(Measure measure, double bound) {
    return new Condition(measure, Comparison.ABOVE, bound);
  }

  /**
   * The measure is at most that.
   *
   * @param measure of the base
   * @param bound included
   * @return the condition
   */
  public static Condition atMost(Measure measure, double bound) {
    return new Condition(measure, Comparison.AT_MOST, bound);
  }

  /**
   * The measure is less than that.
   *
   * @param measure of the base
   * @param bound not included
   * @return the condition
   */
  public static Condition below(Measure measure, double bound) {
    return new Condition(measure, Comparison.BELOW, bound);
  }

  /** The least value on the upper side of the bound. */
  double cut() {
    boolean includesBelow = comparison == Comparison.ABOVE || comparison == Comparison.AT_MOST;
    // adding zero makes -0.0 the same as 0.0
    return includesBelow ? Math.nextUp(bound) : bound + 0.0;
  }

  /** Whether the upper side is meant. */
  boolean isLowerBound() {
    return comparison == Comparison.AT_LEAST || comparison == Comparison.ABOVE;
  }

  /** Such as {@code margin (EUR) >= 100.0}. */
  @Override
  public String toString() {
    return measure + " " + comparison + " " + bound;
  }
}
