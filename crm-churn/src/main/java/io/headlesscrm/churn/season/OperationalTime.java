package io.headlesscrm.churn.season;

import java.time.LocalDate;

/**
 * The clock by which seasonal customers buy as if there were no seasons: each day counts as long as its factor says. With
 * factors of 1 it is the calendar. It counts days by slot and multiplies at the end, so that a span is worth the same to
 * the last bit wherever the clock starts.
 */
final class OperationalTime {

  private final double[] factors;
  private final long firstDay;
  private final int[][] until;

  /** Of the days from the first to the last, which are counted from 1970-01-01. */
  OperationalTime(SeasonalProfile profile, long firstDay, long lastDay) {
    this.factors = profile.factors();
    this.firstDay = firstDay;
    this.until = new int[(int) (lastDay - firstDay) + 1][factors.length];
    for (int day = 1; day < until.length; day++) {
      until[day] = until[day - 1].clone();
      until[day][profile.grain().slot(LocalDate.ofEpochDay(firstDay + day))]++;
    }
  }

  /** How many usual days the days after one until another are worth, both among those of the clock. */
  double days(long after, long through) {
    int[] start = until[(int) (after - firstDay)];
    int[] end = until[(int) (through - firstDay)];
    double days = 0;
    for (int slot = 0; slot < factors.length; slot++) {
      days += (end[slot] - start[slot]) * factors[slot];
    }
    return days;
  }
}
