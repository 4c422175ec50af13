package io.headlesscrm.churn.history;

import io.headlesscrm.churn.internal.math.DistinctValues;
import io.headlesscrm.core.time.TimeScale;
import java.util.Arrays;

/** Counts equal (x, t_x, T) in an open-addressing table and hands them out sorted. */
final class TripleTable {

  private static final int SMALLEST = 1 << 10;

  private int size;
  private int[] slots = new int[2 * SMALLEST];
  private int[] x = new int[SMALLEST];
  private double[] tx = new double[SMALLEST];
  private double[] age = new double[SMALLEST];
  private long[] count = new long[SMALLEST];

  void add(int repeatPurchases, double recencyOfLast, double customerAge, long customers) {
    int slot = slotOf(repeatPurchases, recencyOfLast, customerAge);
    if (slots[slot] == 0) {
      if (size == x.length) {
        grow();
        slot = slotOf(repeatPurchases, recencyOfLast, customerAge);
      }
      x[size] = repeatPurchases;
      tx[size] = recencyOfLast;
      age[size] = customerAge;
      slots[slot] = ++size;
    }
    count[slots[slot] - 1] += customers;
  }

  /** The slot of the triple, or the free one where it belongs; slots hold the row plus one. */
  private int slotOf(int repeatPurchases, double recencyOfLast, double customerAge) {
    int mask = slots.length - 1;
    int slot = hash(repeatPurchases, recencyOfLast, customerAge) & mask;
    while (slots[slot] != 0) {
      int row = slots[slot] - 1;
      if (x[row] == repeatPurchases && tx[row] == recencyOfLast && age[row] == customerAge) {
        break;
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int hash(int repeatPurchases, double recencyOfLast, double customerAge) {
    long mixed = Double.doubleToRawLongBits(recencyOfLast) * 0x9E3779B97F4A7C15L
        + Double.doubleToRawLongBits(customerAge);
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L + repeatPurchases;
    mixed = (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
    return (int) (mixed >>> 32);
  }

  private void grow() {
    int capacity = 2 * x.length;
    x = Arrays.copyOf(x, capacity);
    tx = Arrays.copyOf(tx, capacity);
    age = Arrays.copyOf(age, capacity);
    count = Arrays.copyOf(count, capacity);
    slots = new int[2 * capacity];
    for (int row = 0; row < size; row++) {
      slots[slotOf(x[row], tx[row], age[row])] = row + 1;
    }
  }

  PurchaseHistogram toHistogram(TimeScale unit) {
    int[] order = sortedRows();
    int[] sortedX = new int[size];
    double[] sortedTx = new double[size];
    double[] sortedAge = new double[size];
    long[] sortedCount = new long[size];
    for (int i = 0; i < size; i++) {
      sortedX[i] = x[order[i]];
      sortedTx[i] = tx[order[i]];
      sortedAge[i] = age[order[i]];
      sortedCount[i] = count[order[i]];
    }
    return new PurchaseHistogram(unit, sortedX, sortedTx, sortedAge, sortedCount);
  }

  /** By x, then age, then recency: stable counting sorts from the last key to the first. */
  private int[] sortedRows() {
    int[] rows = new int[size];
    Arrays.setAll(rows, i -> i);
    rows = sortedBy(DistinctValues.of(Arrays.copyOf(tx, size)).sorted(), rows);
    rows = sortedBy(DistinctValues.of(Arrays.copyOf(age, size)).sorted(), rows);
    double[] xs = new double[size];
    Arrays.setAll(xs, i -> x[i]);
    return sortedBy(DistinctValues.of(xs).sorted(), rows);
  }

  private static int[] sortedBy(DistinctValues key, int[] rows) {
    int[] next = new int[key.size() + 1];
    for (int row : rows) {
      next[key.rank(row) + 1]++;
    }
    for (int rank = 0; rank < key.size(); rank++) {
      next[rank + 1] += next[rank];
    }
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[next[key.rank(row)]++] = row;
    }
    return sorted;
  }
}
