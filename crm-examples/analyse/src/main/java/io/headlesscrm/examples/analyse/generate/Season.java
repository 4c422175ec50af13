package io.headlesscrm.examples.analyse.generate;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;

/**
 * How busy each day is: the weekday, the months before the year's end, the shopping days of 18 June
 * and 11 November, the rush before and the quiet around the Chinese New Year.
 *
 * <p>Days are counted from the first day of business. The mass of a span is the sum of its days'
 * weights; it is what a purchase's day is drawn from.
 */
final class Season {
  private static final double[] WEEKDAY = {1.16, 1.12, 1.10, 1.08, 1.14, 0.72, 0.48};
  private static final double[] MONTH = {
    1.00, 0.90, 0.98, 0.97, 0.99, 1.02, 0.95, 0.95, 1.02, 1.02, 1.15, 1.24
  };

  private final LocalDate start;
  /** Mass before each day; one entry more than there are days. */
  private final double[] before;

  Season(LocalDate start, int days) {
    this.start = start;
    this.before = new double[days + 1];
    for (int day = 0; day < days; day++) {
      before[day + 1] = before[day] + weight(start.plusDays(day));
    }
  }

  int days() {
    return before.length - 1;
  }

  LocalDate date(int day) {
    return start.plusDays(day);
  }

  /** Mass of the days from {@code first} to {@code last}, both included. */
  double mass(int first, int last) {
    return before[last + 1] - before[first];
  }

  /** The day of [first, last] below which the given part of their mass lies, part in [0, 1). */
  int dayAt(int first, int last, double part) {
    double target = before[first] + part * mass(first, last);
    int found = Arrays.binarySearch(before, first, last + 1, target);
    return Math.min(last, found >= 0 ? found : -found - 2);
  }

  static double weight(LocalDate date) {
    return WEEKDAY[date.getDayOfWeek().getValue() - 1]
        * MONTH[date.getMonthValue() - 1]
        * newYear(date)
        * shopping(date, MonthDay.of(11, 11), 2.1)
        * shopping(date, MonthDay.of(6, 18), 1.4);
  }

  private static double newYear(LocalDate date) {
    long after = DAYS.between(ChineseNewYear.of(date.getYear()), date);
    if (after >= -3 && after <= 8) {
      return 0.22;
    }
    return after >= -18 && after < -3 ? 1.25 : 1;
  }

  /** Parcels follow the shopping day for a week, fewer every day. */
  private static double shopping(LocalDate date, MonthDay peak, double factor) {
    long after = DAYS.between(peak.atYear(date.getYear()), date);
    return after < 0 || after > 6 ? 1 : 1 + (factor - 1) * (7 - after) / 7;
  }
}
