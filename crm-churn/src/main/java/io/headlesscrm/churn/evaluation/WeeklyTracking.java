package io.headlesscrm.churn.evaluation;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The forecast of all customers' purchase days beside what they bought, week by week and added up: shows at which time a
 * model goes astray.
 *
 * @param week from 1, after the cutoff
 * @param forecast all purchase days until the end of that week, as forecast at the cutoff
 * @param actual all purchase days until the end of that week
 */
public record WeeklyTracking(int week, double forecast, long actual) {

  private static final int DAYS_OF_A_WEEK = 7;

  /**
   * The tracking curve of a fitted model.
   *
   * @param forecaster fitted on what was known at the cutoff
   * @param log that reaches to the end of the last week
   * @param cutoff the last day that the model knows
   * @param weeks how many, at least 1
   * @param policy which rows count
   * @return one point per week
   */
  public static List<WeeklyTracking> of(
      PurchaseForecaster forecaster,
      PurchaseLog log,
      LocalDate cutoff,
      int weeks,
      ReturnsPolicy policy) {
    if (weeks < 1) {
      throw new IllegalArgumentException("weeks is " + weeks + ", it must be at least 1");
    }
    CustomerBase base = log.through(cutoff, policy);
    long[] actual = actual(base, log, weeks, policy);
    List<WeeklyTracking> tracking = new ArrayList<>();
    long bought = 0;
    for (int week = 1; week <= weeks; week++) {
      bought += actual[week - 1];
      double forecast =
          Arrays.stream(forecaster.forecast(base, Horizon.ofWeeks(week))).sum();
      tracking.add(new WeeklyTracking(week, forecast, bought));
    }
    return tracking;
  }

  /** Purchase days of the customers of the base in each week after it. */
  private static long[] actual(
      CustomerBase base, PurchaseLog log, int weeks, ReturnsPolicy policy) {
    ObservationWindow after = new ObservationWindow(base.asOf(), base.asOf().plusWeeks(weeks));
    CustomerBase later = log.within(after, policy);
    int from = Math.toIntExact(base.asOf().toEpochDay());
    long[] actual = new long[weeks];
    for (int row = 0; row < later.size(); row++) {
      if (base.findRow(later.customer(row)).isPresent()) {
        for (int day : later.summary(row).epochDays()) {
          actual[(day - from) / DAYS_OF_A_WEEK]++;
        }
      }
    }
    return actual;
  }
}
