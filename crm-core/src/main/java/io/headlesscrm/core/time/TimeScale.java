package io.headlesscrm.core.time;

import java.util.Locale;

/** The unit in which a model counts time. A year has 365.25 days. */
public enum TimeScale {
  /** Twenty-four to the day. */
  HOUR(24, 1),
  /** The unit of the purchase log. */
  DAY(1, 1),
  /** Seven days. */
  WEEK(1, 7);

  private static final double DAYS_PER_YEAR = 365.25;

  private final int unitsPerPeriod;
  private final int daysPerPeriod;

  TimeScale(int unitsPerPeriod, int daysPerPeriod) {
    this.unitsPerPeriod = unitsPerPeriod;
    this.daysPerPeriod = daysPerPeriod;
  }

  /**
   * A number of days in this unit.
   *
   * @param days any number
   * @return for weeks, days / 7; correctly rounded
   */
  public double fromDays(double days) {
    return days * unitsPerPeriod / daysPerPeriod;
  }

  /**
   * A number of these units in days.
   *
   * @param units any number
   * @return for weeks, units x 7; correctly rounded
   */
  public double toDays(double units) {
    return units * daysPerPeriod / unitsPerPeriod;
  }

  /**
   * How many of these units a year has.
   *
   * @return 8766 hours, 365.25 days or 52.178... weeks
   */
  public double unitsPerYear() {
    return fromDays(DAYS_PER_YEAR);
  }

  /**
   * The continuous discount rate per unit, ln(1 + d) / units per year.
   *
   * @param annual the discount of a year, .1 for 10 %; at least 0
   * @return the rate per unit, at least 0
   */
  public double continuousRate(double annual) {
    if (!(annual >= 0) || Double.isInfinite(annual)) {
      throw new IllegalArgumentException("annual discount is " + annual
          + ", it must be at least 0 and finite. Maybe 0.1 for 10 % a year?");
    }
    return Math.log1p(annual) / unitsPerYear();
  }

  /**
   * The unit of that name.
   *
   * @param name hour, day or week, in any case, singular or plural
   * @return the unit
   * @throws IllegalArgumentException for another name
   */
  public static TimeScale parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "hour", "hours" -> HOUR;
      case "day", "days" -> DAY;
      case "week", "weeks" -> WEEK;
      default ->
        throw new IllegalArgumentException(
            "unit is \"" + name + "\", it must be hour, day or week");
    };
  }
}
