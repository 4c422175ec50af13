package io.headlesscrm.segmentation.lifecycle;

/**
 * What counts as long: a frozen rhythm of the base and how many usual gaps of the customer's own a silence may last.
 *
 * @param usualGap days between purchase days of the base, above 0: the prior of every customer's own gap
 * @param priorGaps how many gaps of its own weigh as much as the prior, above 0
 * @param slipping after how many usual gaps of silence a customer is slipping, above 0
 * @param lapsed after how many it is lapsed, above {@code slipping}
 * @param repeatingFrom purchase days from which a customer is repeating, at least 2
 */
public record Rhythm(
    double usualGap, double priorGaps, double slipping, double lapsed, int repeatingFrom) {

  private static final int LONGEST = 1_000_000;

  public Rhythm {
    requireAbove(0, usualGap, "usualGap");
    requireAbove(0, priorGaps, "priorGaps");
    requireAbove(0, slipping, "slipping");
    requireAbove(slipping, lapsed, "lapsed");
    if (repeatingFrom < 2) {
      throw new IllegalArgumentException("repeatingFrom is " + repeatingFrom
          + ", it must be at least 2. Maybe 3 is what you want?");
    }
  }

  private static void requireAbove(double bound, double value, String name) {
    if (!(value > bound) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be finite and above "
          + bound + ". Maybe slipping and lapsed are swapped?");
    }
  }

  Rhythm withUsualGap(double days) {
    return new Rhythm(days, priorGaps, slipping, lapsed, repeatingFrom);
  }

  /** The gap that is usual for a customer: its own mean gap, drawn to that of the base while it has few. */
  double gap(int days, int gaps) {
    return (days + priorGaps * usualGap) / (gaps + priorGaps);
  }

  /** The first day as of which the silence is too long: days before that date count, as for recency. */
  int slipDay(int lastDay, double gap) {
    return dayAfter(lastDay, slipping * gap);
  }

  int lapseDay(int lastDay, double gap) {
    return dayAfter(lastDay, lapsed * gap);
  }

  /** Longer silences than three thousand years are all the same, and no overflow. */
  private static int dayAfter(int lastDay, double silence) {
    return lastDay + (int) Math.min(LONGEST, Math.floor(silence)) + 1;
  }
}
