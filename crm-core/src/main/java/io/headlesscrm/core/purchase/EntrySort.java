package io.headlesscrm.core.purchase;

import java.util.Arrays;

/**
 * Sorts the entries of one customer by stamp, amount, purchase number, reversal and items, so that the order in which
 * rows came leaves no trace. Holds scratch space: one per thread.
 */
final class EntrySort {

  /** Most customers have few entries, mostly in order already; insertion sort ruins shuffled heavy ones. */
  private static final int INSERTION_LIMIT = 40;

  private long[] keys = new long[64];
  private EntryColumns scratch;
  private final EntryColumns entries;

  EntrySort(EntryColumns entries) {
    this.entries = entries;
    this.scratch = entries.alike(64);
  }

  void sort(int start, int end) {
    if (end - start <= INSERTION_LIMIT) {
      insertionSort(start, end);
    } else {
      sortByStamp(start, end);
      sortTies(start, end);
    }
  }

  private void insertionSort(int start, int end) {
    if (entries.isNumbered() || entries.isItemised()) {
      insertionSortFull(start, end);
    } else {
      insertionSortPlain(start, end);
    }
  }

  /** The path of most logs, on plain arrays: sorting all customers costs as much as scattering their rows. */
  private void insertionSortPlain(int start, int end) {
    int[] stamps = entries.stamps();
    long[] amounts = entries.amounts();
    for (int i = start + 1; i < end; i++) {
      int stamp = stamps[i];
      long amount = amounts[i];
      int j = i;
      while (j > start
          && (stamps[j - 1] > stamp || (stamps[j - 1] == stamp && amounts[j - 1] > amount))) {
        stamps[j] = stamps[j - 1];
        amounts[j] = amounts[j - 1];
        j--;
      }
      stamps[j] = stamp;
      amounts[j] = amount;
    }
  }

  private void insertionSortFull(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (compare(i - 1, i) > 0) {
        insert(start, i);
      }
    }
  }

  private void insert(int start, int at) {
    scratch.copyFrom(entries, at, 0, 1);
    int j = at;
    while (j > start && compareToScratch(j - 1) > 0) {
      entries.move(j - 1, j);
      j--;
    }
    entries.copyFrom(scratch, 0, j, 1);
  }

  private void sortByStamp(int start, int end) {
    int length = end - start;
    ensureScratch(length);
    for (int i = 0; i < length; i++) {
      keys[i] = ((long) entries.stamps()[start + i] << 32) | i;
    }
    Arrays.sort(keys, 0, length);
    scratch.copyFrom(entries, start, 0, length);
    for (int i = 0; i < length; i++) {
      entries.copyFrom(scratch, (int) keys[i], start + i, 1);
    }
  }

  private void sortTies(int start, int end) {
    int from = start;
    for (int i = start + 1; i <= end; i++) {
      if (i == end || entries.stamps()[i] != entries.stamps()[from]) {
        sortTie(from, i);
        from = i;
      }
    }
  }

  private void sortTie(int start, int end) {
    if (end - start <= INSERTION_LIMIT) {
      insertionSort(start, end);
      return;
    }
    // hundreds of purchases of one customer on one day: rare enough for boxed indices
    int length = end - start;
    ensureScratch(length);
    scratch.copyFrom(entries, start, 0, length);
    Integer[] order = new Integer[length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> compare(scratch, a, scratch, b));
    for (int i = 0; i < length; i++) {
      entries.copyFrom(scratch, order[i], start + i, 1);
    }
  }

  private void ensureScratch(int length) {
    if (keys.length < length) {
      int capacity = Math.max(length, 2 * keys.length);
      keys = new long[capacity];
      scratch = entries.alike(capacity);
    }
  }

  private int compare(int a, int b) {
    return compare(entries, a, entries, b);
  }

  private int compareToScratch(int a) {
    return compare(entries, a, scratch, 0);
  }

  private static int compare(EntryColumns left, int a, EntryColumns right, int b) {
    int byStamp = Integer.compare(left.stamps()[a], right.stamps()[b]);
    if (byStamp != 0) {
      return byStamp;
    }
    int byAmount = Long.compare(left.amounts()[a], right.amounts()[b]);
    if (byAmount != 0) {
      return byAmount;
    }
    int byNumbers = left.isNumbered() ? compareNumbers(left, a, right, b) : 0;
    return byNumbers != 0 ? byNumbers : Integer.compare(left.items(a), right.items(b));
  }

  private static int compareNumbers(EntryColumns left, int a, EntryColumns right, int b) {
    int byPurchase = Integer.compare(left.purchases()[a], right.purchases()[b]);
    return byPurchase != 0
        ? byPurchase
        : Integer.compare(left.reversals()[a], right.reversals()[b]);
  }
}
