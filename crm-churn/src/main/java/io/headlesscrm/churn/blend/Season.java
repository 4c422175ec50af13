package io.headlesscrm.churn.blend;

import io.headlesscrm.churn.supervised.Origins;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the purchases of a year before compare with what the purchase-process models expect at its start: the same season of
 * the year to come is corrected by that factor. The models, because regressions have not learnt from customers as new as
 * all were years ago. All purchase days are added up from the start of the year, in steps of four weeks; where the history
 * allows it, several years together. Immutable.
 */
final class Season {

  /** Whole weeks, because many buy on certain weekdays. */
  private static final int DAYS_OF_A_YEAR = 364;

  private static final int DAYS_OF_A_STEP = 28;
  private static final int STEPS = DAYS_OF_A_YEAR / DAYS_OF_A_STEP;

  /** With less before its start a year says how new customers behave, and not what its seasons do. */
  private static final int FEWEST_DAYS_BEFORE = 56;

  /** More add time and no accuracy. */
  private static final int MOST_CUSTOMERS = 20_000;

  /** A factor of which more is chance or another cause. */
  private static final double MOST_FACTOR = 2;

  private final LocalDate start;
  private final double[] actual;
  private final double[] forecast;

  private Season(LocalDate start, double[] actual, double[] forecast) {
    this.start = start;
    this.actual = actual;
    this.forecast = forecast;
  }

  /** Forecasts the purchase days of each customer within so many days. */
  interface Forecaster {
    double[] forecast(CustomerBase base, double days);
  }

  /**
   * The seasons before the date of a base.
   *
   * @return empty with less than a year and eight weeks of history, or without purchases
   */
  static Optional<Season> of(CustomerBase base, Forecaster forecaster) {
    CustomerBase sample = sample(base);
    Season season = new Season(base.asOf(), new double[STEPS + 1], new double[STEPS + 1]);
    LocalDate start = base.asOf().minusDays(DAYS_OF_A_YEAR);
    while (!start.minusDays(FEWEST_DAYS_BEFORE).isBefore(base.window().start())) {
      season.add(sample, Origins.earlier(sample, start), forecaster);
      start = start.minusDays(DAYS_OF_A_YEAR);
    }
    return season.forecast[STEPS] > 0 && season.actual[STEPS] > 0
        ? Optional.of(season)
        : Optional.empty();
  }

  private static CustomerBase sample(CustomerBase base) {
    int stride = (base.size() + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS;
    return stride < 2 ? base : base.only(row -> row % stride == 0);
  }

  private void add(CustomerBase base, CustomerBase earlier, Forecaster forecaster) {
    for (int step = 1; step <= STEPS; step++) {
      double days = step * DAYS_OF_A_STEP;
      forecast[step] += Arrays.stream(forecaster.forecast(earlier, days)).sum();
    }
    int start = Math.toIntExact(earlier.asOf().toEpochDay());
    for (int row = 0; row < earlier.size(); row++) {
      base.findRow(earlier.customer(row))
          .ifPresent(later -> addActual(base.summary(later).epochDays(), start));
    }
  }

  private void addActual(int[] days, int start) {
    int before = Origins.countBefore(days, start);
    for (int step = 1; step <= STEPS; step++) {
      actual[step] += Origins.countBefore(days, start + step * DAYS_OF_A_STEP) - before;
    }
  }

  /**
   * The factor for the days from a date on.
   *
   * @param asOf the first day
   * @param days how many, above 0
   * @return in [.5, 2]
   */
  double factor(LocalDate asOf, double days) {
    double from = Math.floorMod(ChronoUnit.DAYS.between(start, asOf), (long) DAYS_OF_A_YEAR);
    double was = until(actual, from + days) - until(actual, from);
    double expected = until(forecast, from + days) - until(forecast, from);
    double factor = expected > 0 ? was / expected : 1;
    return Math.max(1 / MOST_FACTOR, Math.min(MOST_FACTOR, factor));
  }

  /** The sum until a day, linear within a step; after a year the year begins again. */
  private static double until(double[] sums, double days) {
    double years = Math.floor(days / DAYS_OF_A_YEAR);
    double steps = (days - years * DAYS_OF_A_YEAR) / DAYS_OF_A_STEP;
    int step = Math.min(STEPS - 1, (int) steps);
    return years * sums[STEPS] + sums[step] + (steps - step) * (sums[step + 1] - sums[step]);
  }

  JsonDocument toJson() {
    return JsonDocument.builder()
        .put("start", start)
        .put("actual", actual)
        .put("forecast", forecast)
        .build();
  }

  static Season read(JsonDocument json) {
    return new Season(json.date("start"), sums(json, "actual"), sums(json, "forecast"));
  }

  private static double[] sums(JsonDocument json, String name) {
    double[] sums = json.numbers(name);
    if (sums.length != STEPS + 1) {
      throw json.problem(
          name,
          sums.length + " numbers",
          "must have " + (STEPS + 1),
          "Maybe a later version of the library wrote it?");
    }
    return sums;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Season that
        && start.equals(that.start)
        && Arrays.equals(actual, that.actual)
        && Arrays.equals(forecast, that.forecast);
  }

  @Override
  public int hashCode() {
    return 31 * start.hashCode() + Arrays.hashCode(actual);
  }

  /** Such as {@code year before 2026-01-01, 0.93 of the forecast}. */
  @Override
  public String toString() {
    return "year before " + start + ", " + actual[STEPS] / forecast[STEPS] + " of the forecast";
  }
}
