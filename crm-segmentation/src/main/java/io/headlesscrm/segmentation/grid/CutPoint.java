package io.headlesscrm.segmentation.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where an indicator is cut in two: who has at least the cut is above it. Equal values always stay together.
 * {@code toString} says what was asked for and is part of the provenance.
 */
public sealed interface CutPoint {

  /**
   * The cut for the customers of a base.
   *
   * @param ascending all known values, sorted
   * @return the least value above the cut; infinite when there is no value to cut by
   */
  double of(double[] ascending);

  /**
   * A value of the host's own, such as the middle of a scale or the figure of a benchmark.
   *
   * @param value finite
   * @return the cut
   */
  static CutPoint at(double value) {
    return new At(value);
  }

  /**
   * The middle of a scale.
   *
   * @param lowest value of the scale
   * @param highest value of the scale
   * @return the cut
   */
  static CutPoint middleOf(double lowest, double highest) {
    return new At((lowest + highest) / 2);
  }

  /**
   * The upper median: at least half of the customers are at or above it.
   *
   * @return the cut
   */
  static CutPoint median() {
    return quantile(0.5);
  }

  /**
   * A quantile: of n customers with a known value the one of rank floor(share * n), from 0, is the worst above the cut.
   *
   * @param share that is to lie below, in [0, 1)
   * @return the cut
   */
  static CutPoint quantile(double share) {
    return new Quantile(share);
  }

  /**
   * A value that does not depend on the base.
   *
   * @param value finite
   */
  record At(double value) implements CutPoint {

    public At {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("cut is " + value
            + ", it must be finite. Maybe the middle of the scale is what you want?");
      }
    }

    @Override
    public double of(double[] ascending) {
      return value;
    }

    /** Such as {@code 0.5}. */
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /**
   * A value that depends on the base.
   *
   * @param share that is to lie below, in [0, 1)
   */
  record Quantile(double share) implements CutPoint {

    public Quantile {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException(
            "share is " + share + ", it must be in [0, 1). Maybe 0.8 is what you want?");
      }
    }

    @Override
    public double of(double[] ascending) {
      if (ascending.length == 0) {
        return Double.POSITIVE_INFINITY;
      }
      int rank = BigDecimal.valueOf(share)
          .multiply(BigDecimal.valueOf(ascending.length))
          .setScale(0, RoundingMode.FLOOR)
          .intValueExact();
      return ascending[rank];
    }

    /** Such as {@code quantile 0.5}. */
    @Override
    public String toString() {
      return "quantile " + share;
    }
  }
}
