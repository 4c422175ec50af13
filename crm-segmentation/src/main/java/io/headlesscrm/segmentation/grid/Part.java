package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.Measure;

/**
 * A measure within an index: scaled so that 0 is the worst and 1 the best, values outside are cut off.
 *
 * @param measure of the base
 * @param worst the value that counts 0
 * @param best the value that counts 1; below {@code worst} where less is better, such as for complaints
 * @param weight above 0; only the relation of the weights matters
 */
public record Part(Measure measure, double worst, double best, double weight) {

  public Part {
    requireNonNull(measure, "measure");
    if (!Double.isFinite(worst) || !Double.isFinite(best) || worst == best) {
      throw new IllegalArgumentException(measure + " goes from " + worst + " to " + best
          + ", the two must be finite and differ. Maybe give the ends of its scale?");
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("weight of " + measure + " is " + weight
          + ", it must be above 0. Maybe swap worst and best instead?");
    }
  }

  /**
   * A part that counts as much as every other one.
   *
   * @param measure of the base
   * @param worst the value that counts 0
   * @param best the value that counts 1
   * @return with weight 1
   */
  public static Part of(Measure measure, double worst, double best) {
    return new Part(measure, worst, best, 1);
  }

  /**
   * A value on the scale of the part.
   *
   * @param value of the measure
   * @return in [0, 1]; NaN for NaN
   */
  public double scaled(double value) {
    return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
  }
}
