package io.headlesscrm.churn;

import io.headlesscrm.core.time.TimeScale;

/**
 * How far a score looks ahead, from the end of observation on.
 *
 * @param days at least 1
 */
public record Horizon(int days) {

  public Horizon {
    if (days < 1) {
      throw new IllegalArgumentException("horizon is " + days + " days, it must be at least 1");
    }
  }

  /**
   * A horizon of days.
   *
   * @param days at least 1
   * @return the horizon
   */
  public static Horizon ofDays(int days) {
    return new Horizon(days);
  }

  /**
   * A horizon of weeks.
   *
   * @param weeks at least 1
   * @return seven days for each
   */
  public static Horizon ofWeeks(int weeks) {
    return new Horizon(Math.multiplyExact(7, weeks));
  }

  /**
   * Its length in another unit.
   *
   * @param unit hour, day or week
   * @return above 0
   */
  public double in(TimeScale unit) {
    return unit.fromDays(days);
  }

  /** Such as {@code 90 days}. */
  @Override
  public String toString() {
    return days + (days == 1 ? " day" : " days");
  }
}
