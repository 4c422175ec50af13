package io.headlesscrm.core.purchase;

import java.util.Arrays;

/** The entries of a log in columns; {@code purchases} and {@code reversals} are empty when no row has a number. */
final class EntryColumns {

  private final int[] stamps;
  private final long[] amounts;
  private final int[] purchases;
  private final int[] reversals;

  private EntryColumns(int[] stamps, long[] amounts, int[] purchases, int[] reversals) {
    this.stamps = stamps;
    this.amounts = amounts;
    this.purchases = purchases;
    this.reversals = reversals;
  }

  static EntryColumns allocate(int size, boolean numbered) {
    return new EntryColumns(
        new int[size], new long[size], new int[numbered ? size : 0], new int[numbered ? size : 0]);
  }

  int[] stamps() {
    return stamps;
  }

  long[] amounts() {
    return amounts;
  }

  int[] purchases() {
    return purchases;
  }

  int[] reversals() {
    return reversals;
  }

  boolean isNumbered() {
    return purchases.length > 0;
  }

  int size() {
    return stamps.length;
  }

  int purchase(int entry) {
    return isNumbered() ? purchases[entry] : Entry.NO_ID;
  }

  int reversal(int entry) {
    return isNumbered() ? reversals[entry] : Entry.NO_ID;
  }

  void move(int from, int to) {
    stamps[to] = stamps[from];
    amounts[to] = amounts[from];
    if (isNumbered()) {
      purchases[to] = purchases[from];
      reversals[to] = reversals[from];
    }
  }

  void copyFrom(EntryColumns other, int from, int to, int length) {
    System.arraycopy(other.stamps, from, stamps, to, length);
    System.arraycopy(other.amounts, from, amounts, to, length);
    if (isNumbered()) {
      System.arraycopy(other.purchases, from, purchases, to, length);
      System.arraycopy(other.reversals, from, reversals, to, length);
    }
  }

  EntryColumns trimmed(int size) {
    return size == stamps.length
        ? this
        : new EntryColumns(
            Arrays.copyOf(stamps, size),
            Arrays.copyOf(amounts, size),
            isNumbered() ? Arrays.copyOf(purchases, size) : purchases,
            isNumbered() ? Arrays.copyOf(reversals, size) : reversals);
  }

  boolean sameAs(EntryColumns other) {
    return Arrays.equals(stamps, other.stamps)
        && Arrays.equals(amounts, other.amounts)
        && Arrays.equals(purchases, other.purchases)
        && Arrays.equals(reversals, other.reversals);
  }
}
