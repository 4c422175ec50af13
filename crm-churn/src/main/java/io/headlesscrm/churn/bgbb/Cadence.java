package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How long a transaction opportunity is. The periods are counted back from the date of a base: the last one ends with the
 * day before it, so that every period is complete. As of the first of a month months are calendar months, as of New
 * Year's Day years are calendar years. Where a month is too short for the day of the date, its last day stands in.
 */
public enum Cadence {
  /** One day. */
  DAY(1, 0),
  /** Seven days. */
  WEEK(7, 0),
  /** A month; 365.25 / 12 days on the mean. */
  MONTH(0, 1),
  /** Three months. */
  QUARTER(0, 3),
  /** Twelve months. */
  YEAR(0, 12);

  private static final double DAYS_PER_YEAR = 365.25;

  private final int days;
  private final int months;

  Cadence(int days, int months) {
    this.days = days;
    this.months = months;
  }

  /**
   * How many whole periods lie between the period of a day and the end of observation.
   *
   * @param asOf the first day that does not count
   * @param day before that day
   * @return 0 for a day of the last period, 1 for one of the period before, and so on
   * @throws IllegalArgumentException for a day that does not count
   */
  public int periodsBack(LocalDate asOf, LocalDate day) {
    if (!day.isBefore(asOf)) {
      throw new IllegalArgumentException("day is " + day + ", it must be before " + asOf);
    }
    if (months == 0) {
      return Math.toIntExact((ChronoUnit.DAYS.between(day, asOf) - 1) / days);
    }
    int back = Math.toIntExact(ChronoUnit.MONTHS.between(day, asOf)) / months;
    while (start(asOf, back).isAfter(day)) {
      back++;
    }
    while (back > 0 && !start(asOf, back - 1).isAfter(day)) {
      back--;
    }
    return back;
  }

  private LocalDate start(LocalDate asOf, int back) {
    return asOf.minusMonths((long) months * (back + 1));
  }

  /**
   * How long a period is on the mean.
   *
   * @return days
   */
  public double meanDays() {
    return months == 0 ? days : DAYS_PER_YEAR * months / 12;
  }

  /**
   * How many opportunities a horizon holds.
   *
   * @param horizon from the end of observation
   * @return the nearest whole number of periods, at least 1
   */
  public int opportunities(Horizon horizon) {
    return Math.toIntExact(Math.max(1, Math.round(horizon.days() / meanDays())));
  }

  /**
   * The discount from one opportunity to the next that adds up to an annual one.
   *
   * @param annual the discount of a year, .1 for 10 %; at least 0
   * @return at least 0
   */
  public double discount(double annual) {
    if (!(annual >= 0) || annual == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("annual discount is " + annual
          + ", it must be at least 0 and finite. Maybe 0.1 for 10 % a year?");
    }
    return Math.expm1(Math.log1p(annual) * meanDays() / DAYS_PER_YEAR);
  }

  /**
   * The cadence of that name.
   *
   * @param name day, week, month, quarter or year, in any case, singular or plural
   * @return the cadence
   * @throws IllegalArgumentException for another name
   */
  public static Cadence parse(String name) {
    String singular = name.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
    for (Cadence cadence : values()) {
      if (cadence.toString().equals(singular)) {
        return cadence;
      }
    }
    throw new IllegalArgumentException(
        "cadence is \"" + name + "\", it must be day, week, month, quarter or year");
  }

  /** Such as {@code month}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
