package io.headlesscrm.core.purchase.csv;

import org.jspecify.annotations.Nullable;

/**
 * What the cells of a file say about how its dates and numbers are meant. A cell says the same however the file is
 * being read at the moment, so that counts over the whole file depend neither on the order of rows nor on a guess.
 */
final class Evidence {

  private long dayFirst;
  private long monthFirst;
  private long eitherOrder;
  private long decimalDots;
  private long decimalCommas;
  private long eitherMark;

  /** A date whose first two numbers are these, the year being last. */
  void dateOrder(int first, int second) {
    if (first > 12) {
      dayFirst += first <= 31 && second <= 12 ? 1 : 0;
    } else if (second > 12) {
      monthFirst += second <= 31 ? 1 : 0;
    } else if (first != second) {
      eitherOrder++;
    }
  }

  /** A number that leaves no doubt. */
  void decimalMark(char mark) {
    if (mark == '.') {
      decimalDots++;
    } else {
      decimalCommas++;
    }
  }

  /** A number such as 1,234 or 1.234. */
  void eitherMark() {
    eitherMark++;
  }

  void addAll(Evidence other) {
    dayFirst += other.dayFirst;
    monthFirst += other.monthFirst;
    eitherOrder += other.eitherOrder;
    decimalDots += other.decimalDots;
    decimalCommas += other.decimalCommas;
    eitherMark += other.eitherMark;
  }

  /** Whether it matters for some date which order is taken. */
  boolean needsDateOrder() {
    return dayFirst + monthFirst + eitherOrder > 0;
  }

  /** The order that most deciding dates have; null when as many have one as the other. */
  @Nullable
  DateOrder dateOrder() {
    if (dayFirst == monthFirst) {
      return null;
    }
    return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  long decidingDates() {
    return Math.max(dayFirst, monthFirst);
  }

  char decimalMark() {
    return decimalCommas > decimalDots ? ',' : '.';
  }

  /** Numbers that were read by the default because no other number decided. */
  long undecidedNumbers() {
    return decimalCommas == decimalDots ? eitherMark : 0;
  }
}
