package io.headlesscrm.churn.internal.math;

import java.util.Arrays;

/** The different values of a column and which of them stands in which row, so that work per value is done once. */
public final class DistinctValues {

  private final double[] values;
  private final int[] ranks;

  private DistinctValues(double[] values, int[] ranks) {
    this.values = values;
    this.ranks = ranks;
  }

  /** Finds the different values of a column of finite numbers, in the order of their first row. */
  public static DistinctValues of(double[] column) {
    int mask = Math.max(15, Integer.highestOneBit(Math.max(1, column.length)) * 4 - 1);
    int[] slots = new int[mask + 1];
    double[] values = new double[column.length];
    int[] ranks = new int[column.length];
    int size = 0;
    for (int row = 0; row < column.length; row++) {
      double value = column[row];
      int slot = hash(value) & mask;
      while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
        slot = slot + 1 & mask;
      }
      if (slots[slot] == 0) {
        values[size] = value;
        slots[slot] = ++size;
      }
      ranks[row] = slots[slot] - 1;
    }
    return new DistinctValues(Arrays.copyOf(values, size), ranks);
  }

  /** The same with the values in ascending order. */
  public DistinctValues sorted() {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    int[] newRanks = new int[values.length];
    for (int rank = 0; rank < values.length; rank++) {
      newRanks[rank] = Arrays.binarySearch(ascending, values[rank]);
    }
    int[] rowRanks = new int[ranks.length];
    Arrays.setAll(rowRanks, row -> newRanks[ranks[row]]);
    return new DistinctValues(ascending, rowRanks);
  }

  /** How many different values there are. */
  public int size() {
    return values.length;
  }

  /** The value of that rank. */
  public double value(int rank) {
    return values[rank];
  }

  /** The rank of a row's value, in [0, size). */
  public int rank(int row) {
    return ranks[row];
  }

  private static int hash(double value) {
    long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
    return (int) (bits >>> 32 ^ bits >>> 48);
  }
}
