package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Arrays;
import java.util.List;

/**
 * An indicator, cut into levels. Level 0 lies below the first cut, level i from the i-th cut on; a value that is a cut
 * belongs above it.
 *
 * @param indicator what is cut
 * @param cuts never descending, not NaN; infinite where nobody of the fit was good enough, then nobody is
 */
public record GridAxis(Indicator indicator, List<Double> cuts) {

  /** The level of a value that is not known. */
  public static final int MISSING = -1;

  public GridAxis {
    requireNonNull(indicator, "indicator");
    cuts = List.copyOf(cuts);
    for (int i = 0; i < cuts.size(); i++) {
      if (cuts.get(i).isNaN() || (i > 0 && cuts.get(i) < cuts.get(i - 1))) {
        throw new IllegalArgumentException("cuts of " + indicator.name() + " are " + cuts
            + ", they must not descend. Maybe the order is reversed?");
      }
    }
  }

  /**
   * Cuts an indicator for the customers of a base.
   *
   * @param indicator what is cut
   * @param base with its measures
   * @param points where, in ascending order
   * @return the axis
   * @throws IllegalArgumentException when the cuts descend
   */
  public static GridAxis fit(Indicator indicator, CustomerBase base, List<CutPoint> points) {
    double[] known = known(indicator, base);
    return new GridAxis(indicator, points.stream().map(point -> point.of(known)).toList());
  }

  /**
   * The values that are known, sorted.
   *
   * @param indicator any
   * @param base with its measures
   * @return ascending
   */
  public static double[] known(Indicator indicator, CustomerBase base) {
    double[] known = Arrays.stream(indicator.values(base))
        .filter(value -> !Double.isNaN(value))
        .toArray();
    Arrays.sort(known);
    return known;
  }

  /**
   * How many levels there are.
   *
   * @return one more than cuts
   */
  public int levels() {
    return cuts.size() + 1;
  }

  /**
   * The level of a value.
   *
   * @param value any
   * @return 0 to levels - 1, or {@link #MISSING} for NaN
   */
  public int level(double value) {
    if (Double.isNaN(value)) {
      return MISSING;
    }
    int level = 0;
    while (level < cuts.size() && value >= cuts.get(level)) {
      level++;
    }
    return level;
  }
}
