package io.headlesscrm.churn.drop;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Arrays;

/**
 * A customer's purchase days before and in the window. The first purchase is no evidence of a rate: it is when the
 * customer began to be looked at.
 */
final class Baseline {

  private static final int FEWEST_BEFORE = 2;
  private static final int DAYS_OF_52_WEEKS = 364;

  private final int row;
  private final int[] days;
  private final int before;
  private final int exposure;
  private final int recent;
  private final int yearBefore;

  private Baseline(int row, int[] days, int before, int exposure, int recent, int yearBefore) {
    this.row = row;
    this.days = days;
    this.before = before;
    this.exposure = exposure;
    this.recent = recent;
    this.yearBefore = yearBefore;
  }

  static Baseline of(CustomerBase base, int row, int window) {
    int[] days = base.summary(row).epochDays();
    int end = Math.toIntExact(base.asOf().toEpochDay());
    int start = end - window;
    int first = days.length == 0 ? end : days[0];
    int known = before(days, start);
    boolean coversYear = first < start - DAYS_OF_52_WEEKS;
    return new Baseline(
        row,
        days,
        Math.max(0, known - 1),
        Math.max(0, start - first),
        days.length - known,
        coversYear
            ? before(days, end - DAYS_OF_52_WEEKS) - before(days, start - DAYS_OF_52_WEEKS)
            : -1);
  }

  static int before(int[] days, int day) {
    int found = Arrays.binarySearch(days, day);
    return found < 0 ? -found - 1 : found;
  }

  /** Known for at least as long as the window, and bought often enough to have a rate. */
  boolean isTestable(int window) {
    return exposure >= window && before >= FEWEST_BEFORE;
  }

  /** In the base. */
  int row() {
    return row;
  }

  /** How many purchase days there are in all. */
  int purchaseDays() {
    return days.length;
  }

  /** One of all purchase days, ascending. */
  int day(int i) {
    return days[i];
  }

  /** Purchase days after the first one and before the window. */
  int before() {
    return before;
  }

  /** Days from the first purchase to the window. */
  int exposure() {
    return exposure;
  }

  /** Purchase days in the window. */
  int recent() {
    return recent;
  }

  /** Purchase days in the same days of the year before; -1 when the history does not cover them. */
  int yearBefore() {
    return yearBefore;
  }
}
