package io.headlesscrm.core.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Rows as they came, in columns of fixed-size chunks, so that growing copies nothing. The columns of purchase numbers
 * exist only once a row has one, that of items once a row is of several.
 */
final class RowColumns {

  static final int CHUNK_BITS = 16;
  static final int CHUNK = 1 << CHUNK_BITS;
  private static final int CHUNK_MASK = CHUNK - 1;

  final List<int[]> customers = new ArrayList<>();
  final List<int[]> stamps = new ArrayList<>();
  final List<long[]> amounts = new ArrayList<>();
  final List<int[]> purchases = new ArrayList<>();
  final List<int[]> reversals = new ArrayList<>();
  final List<int[]> items = new ArrayList<>();
  // the chunks that are being filled: looking them up for each row shows in an import
  private int[] lastCustomers = new int[0];
  private int[] lastStamps = new int[0];
  private long[] lastAmounts = new long[0];
  private int size;
  private boolean numbered;
  private boolean itemised;

  int size() {
    return size;
  }

  boolean isNumbered() {
    return numbered;
  }

  boolean isItemised() {
    return itemised;
  }

  void add(int customer, int stamp, long amount, int purchase, int reversal, int itemCount) {
    int at = size & CHUNK_MASK;
    if (at == 0) {
      addChunk();
    }
    lastCustomers[at] = customer;
    lastStamps[at] = stamp;
    lastAmounts[at] = amount;
    if (numbered || purchase != Entry.NO_ID || reversal != Entry.NO_ID) {
      number(size >>> CHUNK_BITS, at, purchase, reversal);
    }
    if (itemised || itemCount != ItemCount.ONE) {
      itemise(size >>> CHUNK_BITS, at, itemCount);
    }
    size = Math.addExact(size, 1);
  }

  /** Adds rows without numbers, of one item each. */
  void addAll(int[] customer, int[] stamp, long[] amount, int count) {
    int from = 0;
    while (from < count) {
      int at = size & CHUNK_MASK;
      if (at == 0) {
        addChunk();
      }
      int chunk = size >>> CHUNK_BITS;
      int length = Math.min(count - from, CHUNK - at);
      System.arraycopy(customer, from, customers.get(chunk), at, length);
      System.arraycopy(stamp, from, stamps.get(chunk), at, length);
      System.arraycopy(amount, from, amounts.get(chunk), at, length);
      from += length;
      size = Math.addExact(size, length);
    }
  }

  /** Adds all rows of the other, with their ids mapped. */
  void addAll(RowColumns other, int[] customerMapping, int[] purchaseMapping) {
    for (int i = 0; i < other.size; i++) {
      int chunk = i >>> CHUNK_BITS;
      int at = i & CHUNK_MASK;
      add(
          customerMapping[other.customers.get(chunk)[at]],
          other.stamps.get(chunk)[at],
          other.amounts.get(chunk)[at],
          mapped(other, other.purchases, chunk, at, purchaseMapping),
          mapped(other, other.reversals, chunk, at, purchaseMapping),
          other.itemised ? other.items.get(chunk)[at] : ItemCount.ONE);
    }
  }

  void replaceCustomers(IntUnaryOperator replacement) {
    replace(customers, replacement);
  }

  void replacePurchases(IntUnaryOperator numbers, IntUnaryOperator named) {
    replace(purchases, numbers);
    replace(reversals, named);
  }

  private void replace(List<int[]> column, IntUnaryOperator replacement) {
    for (int chunk = 0; chunk < column.size(); chunk++) {
      int[] ordinals = column.get(chunk);
      int filled = filled(chunk);
      for (int i = 0; i < filled; i++) {
        ordinals[i] = replacement.applyAsInt(ordinals[i]);
      }
    }
  }

  /** How many rows of the chunk are filled. */
  int filled(int chunk) {
    return Math.min(CHUNK, size - (chunk << CHUNK_BITS));
  }

  private void addChunk() {
    lastCustomers = new int[CHUNK];
    lastStamps = new int[CHUNK];
    lastAmounts = new long[CHUNK];
    customers.add(lastCustomers);
    stamps.add(lastStamps);
    amounts.add(lastAmounts);
    if (numbered) {
      addNumberChunk();
    }
    if (itemised) {
      items.add(filledWith(ItemCount.ONE));
    }
  }

  private void itemise(int chunk, int at, int itemCount) {
    if (!itemised) {
      itemised = true;
      customers.forEach(ignored -> items.add(filledWith(ItemCount.ONE)));
    }
    items.get(chunk)[at] = itemCount;
  }

  private void number(int chunk, int at, int purchase, int reversal) {
    if (!numbered) {
      numbered = true;
      customers.forEach(ignored -> addNumberChunk());
    }
    purchases.get(chunk)[at] = purchase;
    reversals.get(chunk)[at] = reversal;
  }

  private void addNumberChunk() {
    purchases.add(filledWith(Entry.NO_ID));
    reversals.add(filledWith(Entry.NO_ID));
  }

  private static int[] filledWith(int value) {
    int[] filled = new int[CHUNK];
    Arrays.fill(filled, value);
    return filled;
  }

  private static int mapped(
      RowColumns other, List<int[]> column, int chunk, int at, int[] mapping) {
    if (!other.numbered) {
      return Entry.NO_ID;
    }
    int ordinal = column.get(chunk)[at];
    return ordinal == Entry.NO_ID ? Entry.NO_ID : mapping[ordinal];
  }
}
