package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.GridNotices;
import io.headlesscrm.segmentation.grid.Indicator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * XYZ: how regular the demand is. X is steady, Y fluctuates, Z comes now and then, by the coefficient of variation of the
 * spend of equal periods. Crossed with ABC it tells whom to plan for from whom to watch.
 *
 * <p>Source: the coefficient is that of H. Scholz-Reiter et al., Integration of demand forecasts in ABC-XYZ analysis,
 * International Journal of Productivity and Performance Management 61(4), 2012, doi:10.1108/17410401211212689; the limits,
 * 0.5 and 1, are the usual ones and parameters.
 */
public final class DemandRegularity implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "xyz";

  /** Standard deviation of the spend of the periods over their mean, at least 0. */
  public static final Measure VARIATION = Measure.of("demand variation", "");

  private static final Segment X = new Segment("X", "X: steady", "X：稳定", 3);
  private static final Segment Y = new Segment("Y", "Y: fluctuating", "Y：波动", 2);
  private static final Segment Z = new Segment("Z", "Z: sporadic", "Z：零星", 1);

  private final double steady;
  private final double fluctuating;

  private DemandRegularity(double steady, double fluctuating) {
    this.steady = steady;
    this.fluctuating = fluctuating;
  }

  /**
   * X up to 0.5, Y up to 1.
   *
   * @return the strategy, for bases with {@link #VARIATION}
   */
  public static DemandRegularity standard() {
    return of(0.5, 1);
  }

  /**
   * Limits of the host's own, both included.
   *
   * @param steady up to which X goes, above 0
   * @param fluctuating up to which Y goes, at least {@code steady}
   * @return the strategy, for bases with {@link #VARIATION}
   */
  public static DemandRegularity of(double steady, double fluctuating) {
    if (!(steady > 0 && fluctuating >= steady && Double.isFinite(fluctuating))) {
      throw new IllegalArgumentException("limits are " + steady + " and " + fluctuating
          + ", they must ascend from above 0. Maybe 0.5 and 1?");
    }
    return new DemandRegularity(steady, fluctuating);
  }

  /**
   * Adds {@link #VARIATION} over the last periods before the date of the base. Periods that end before a customer's first
   * purchase do not count; with fewer than two others, or without any spend in them, the variation is not known.
   *
   * @param base made of the log
   * @param log of the same purchases
   * @param days how long a period is, at least 1
   * @param periods how many, at least 2
   * @return a base with the measure
   */
  public static CustomerBase addVariation(
      CustomerBase base, PurchaseLog log, int days, int periods) {
    if (days < 1 || periods < 2) {
      throw new IllegalArgumentException("there are " + periods + " periods of " + days
          + " days, there must be at least 2 of at least 1. Maybe 12 of 30?");
    }
    double[][] spend = new double[periods][];
    for (int period = 0; period < periods; period++) {
      LocalDate end = base.asOf().minusDays((long) days * period);
      spend[period] = spend(base, log, new ObservationWindow(end.minusDays(days), end));
    }
    double[] variation = new double[base.size()];
    for (int row = 0; row < variation.length; row++) {
      // the period of the first purchase counts: age 0 is a first purchase of yesterday
      int lived = Math.min(periods, base.age(row) / days + 1);
      variation[row] = variation(spend, row, lived);
    }
    return base.with(VARIATION, variation);
  }

  private static double[] spend(CustomerBase base, PurchaseLog log, ObservationWindow window) {
    CustomerBase period = log.within(window, base.returnsPolicy());
    double[] spend = new double[base.size()];
    for (int row = 0; row < spend.length; row++) {
      OptionalInt found = period.findRow(base.customer(row));
      spend[row] = found.isPresent() ? period.spendMinor(found.getAsInt()) : 0;
    }
    return spend;
  }

  private static double variation(double[][] spend, int row, int periods) {
    double sum = 0;
    for (int period = 0; period < periods; period++) {
      sum += spend[period][row];
    }
    double mean = sum / periods;
    double squares = 0;
    for (int period = 0; period < periods; period++) {
      squares += (spend[period][row] - mean) * (spend[period][row] - mean);
    }
    return periods < 2 || !(mean > 0) ? Double.NaN : Math.sqrt(squares / periods) / mean;
  }

  @Override
  public GridModel fit(CustomerBase base) {
    GridAxis axis = new GridAxis(
        Indicator.of(VARIATION, "demand variation", "需求波动"),
        List.of(Math.nextUp(steady), Math.nextUp(fluctuating)));
    Grid grid =
        Grid.ofKnown(List.of(axis), List.of(X, Y, Z), levels -> List.of(X, Y, Z).get(levels[0]));
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("limits", steady + ", " + fluctuating);
    parameters.put("returns", base.returnsPolicy().toString());
    return GridModel.of(
        KIND,
        base.currency(),
        grid,
        GridNotices.of(grid, base),
        null,
        Provenance.of(KIND, parameters, base.window(), base.size()));
  }

  /** Such as {@code xyz at 0.5 and 1.0}. */
  @Override
  public String toString() {
    return KIND + " at " + steady + " and " + fluctuating;
  }
}
