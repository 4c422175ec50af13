package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.Measure;

/**
 * A measure within a sum.
 *
 * @param measure of the base
 * @param weight what a unit of it counts; negative for what is subtracted, such as a cost; finite and not 0
 */
public record Term(Measure measure, double weight) {

  public Term {
    requireNonNull(measure, "measure");
    if (!Double.isFinite(weight) || weight == 0) {
      throw new IllegalArgumentException("weight of " + measure + " is " + weight
          + ", it must be finite and not 0. Maybe leave the measure out?");
    }
  }
}
