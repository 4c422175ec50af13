package io.headlesscrm.churn.evaluation;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
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
    List<WeeklyTracking> tracking = new ArrayList<>();
    for (int week = 1; week <= weeks; week++) {
      Outcome outcome = Outcome.of(log, cutoff, Horizon.ofDays(DAYS_OF_A_WEEK * week), policy);
      double forecast =
          Arrays.stream(forecaster.forecast(outcome.base(), outcome.horizon())).sum();
      long actual = Arrays.stream(outcome.purchaseDays()).asLongStream().sum();
      tracking.add(new WeeklyTracking(week, forecast, actual));
    }
    return tracking;
  }
}
