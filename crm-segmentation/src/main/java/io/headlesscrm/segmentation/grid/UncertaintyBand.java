package io.headlesscrm.segmentation.grid;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.BitSet;
import java.util.List;

/**
 * The customers so near to a cut that the error of measurement alone could have put them where they are. Immutable and
 * thread-safe.
 */
public final class UncertaintyBand {

  private final BitSet within;
  private final int known;

  private UncertaintyBand(BitSet within, int known) {
    this.within = within;
    this.known = known;
  }

  /**
   * The customers within one standard error of a cut.
   *
   * @param grid with its cuts
   * @param base with its indicators
   * @param standardErrors one per axis, at least 0, in the unit of the indicator; 0 for what is measured exactly
   * @return the band
   * @throws IllegalArgumentException when there is not one for each axis, or one is negative
   */
  public static UncertaintyBand of(Grid grid, CustomerBase base, List<Double> standardErrors) {
    if (standardErrors.size() != grid.axes().size()) {
      throw new IllegalArgumentException("there are " + standardErrors.size()
          + " standard errors, there must be one for each of the " + grid.axes().size()
          + " axes. Maybe 0 for what is measured exactly?");
    }
    BitSet within = new BitSet();
    int known = 0;
    for (int row = 0; row < base.size(); row++) {
      boolean isKnown = true;
      for (int i = 0; i < standardErrors.size(); i++) {
        GridAxis axis = grid.axes().get(i);
        double value = axis.indicator().value(base, row);
        isKnown &= !Double.isNaN(value);
        if (isNear(value, axis, checked(standardErrors.get(i)))) {
          within.set(row);
        }
      }
      known += isKnown ? 1 : 0;
      if (!isKnown) {
        within.clear(row);
      }
    }
    return new UncertaintyBand(within, known);
  }

  private static double checked(double standardError) {
    if (!(standardError >= 0)) {
      throw new IllegalArgumentException("standard error is " + standardError
          + ", it must be at least 0. Maybe 0 for what is measured exactly?");
    }
    return standardError;
  }

  private static boolean isNear(double value, GridAxis axis, double standardError) {
    return standardError > 0
        && axis.cuts().stream().anyMatch(cut -> Math.abs(value - cut) <= standardError);
  }

  /**
   * Whether a customer is within the band.
   *
   * @param row of the base
   * @return false for a customer with a missing value
   */
  public boolean contains(int row) {
    return within.get(row);
  }

  /**
   * How many customers are within the band.
   *
   * @return at least 0
   */
  public int size() {
    return within.cardinality();
  }

  /**
   * Their share of the customers of whom all indicators are known.
   *
   * @return in [0, 1]; NaN when there is none
   */
  public double share() {
    return (double) size() / known;
  }
}
