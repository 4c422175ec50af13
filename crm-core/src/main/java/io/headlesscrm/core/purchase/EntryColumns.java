package io.headlesscrm.core.purchase;

import java.util.Arrays;

/**
 * The entries of a log in columns; {@code purchases} and {@code reversals} are empty when no row has a number,
 * {@code items} when every entry is of one item.
 */
final class EntryColumns {

  private final int[] stamps;
  private final long[] amounts;
  private final int[] purchases;
  private final int[] reversals;
  private final int[] items;

  private EntryColumns(
      int[] stamps, long[] amounts, int[] purchases, int[] reversals, int[] items) {
    this.stamps = stamps;
    this.amounts = amounts;
    this.purchases = purchases;
    this.reversals = reversals;
    this.items = items;
  }

  static EntryColumns allocate(int size, boolean numbered, boolean itemised) {
    return new EntryColumns(
        new int[size],
        new long[size],
        new int[numbered ? size : 0],
        new int[numbered ? size : 0],
        new int[itemised ? size : 0]);
  }

  /** Empty columns for as many entries, of the same kinds. */
  EntryColumns alike(int size) {
    return allocate(size, isNumbered(), isItemised());
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

  int[] items() {
    return items;
  }

  boolean isNumbered() {
    return purchases.length > 0;
  }

  boolean isItemised() {
    return items.length > 0;
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

  int items(int entry) {
    return isItemised() ? items[entry] : ItemCount.ONE;
  }

  void move(int from, int to) {
    stamps[to] = stamps[from];
    amounts[to] = amounts[from];
    if (isNumbered()) {
      purchases[to] = purchases[from];
      reversals[to] = reversals[from];
    }
    if (isItemised()) {
      items[to] = items[from];
    }
  }

  void copyFrom(EntryColumns other, int from, int to, int length) {
    System.arraycopy(other.stamps, from, stamps, to, length);
    System.arraycopy(other.amounts, from, amounts, to, length);
    if (isNumbered()) {
      System.arraycopy(other.purchases, from, purchases, to, length);
      System.arraycopy(other.reversals, from, reversals, to, length);
    }
    if (isItemised()) {
      System.arraycopy(other.items, from, items, to, length);
    }
  }

  /** The first entries alone; without the column of items when each is of one. */
  EntryColumns trimmed(int size) {
    boolean itemised = ItemCount.areSeveral(items, size);
    return size == stamps.length && itemised == isItemised()
        ? this
        : new EntryColumns(
            firsts(stamps, size),
            size == amounts.length ? amounts : Arrays.copyOf(amounts, size),
            isNumbered() ? firsts(purchases, size) : purchases,
            isNumbered() ? firsts(reversals, size) : reversals,
            itemised ? firsts(items, size) : new int[0]);
  }

  private static int[] firsts(int[] column, int size) {
    return size == column.length ? column : Arrays.copyOf(column, size);
  }

  boolean sameAs(EntryColumns other) {
    return Arrays.equals(stamps, other.stamps)
        && Arrays.equals(amounts, other.amounts)
        && Arrays.equals(purchases, other.purchases)
        && Arrays.equals(reversals, other.reversals)
        && Arrays.equals(items, other.items);
  }
}
