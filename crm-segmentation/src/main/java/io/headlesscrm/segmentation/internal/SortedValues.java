package io.headlesscrm.segmentation.internal;

import java.util.Arrays;

/**
 * The values of a column in ascending order, for ranks and order statistics.
 *
 * <p>Values of a narrow range, such as days and numbers of purchases, are counted; others are sorted by digits of 12
 * bits, the least significant first: amounts need two or three passes, where a comparing sort needs twenty.
 */
public final class SortedValues {

  private static final int COUNTED_BITS = 16;
  private static final int DIGIT_BITS = 12;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int MASK = DIGITS - 1;

  private final long[] ascending;

  private SortedValues(long[] ascending) {
    this.ascending = ascending;
  }

  /**
   * Sorts a copy of the values.
   *
   * @param values in any order
   * @return the same values ascending
   */
  public static SortedValues of(long[] values) {
    if (values.length == 0) {
      return new SortedValues(values.clone());
    }
    long min = values[0];
    long max = values[0];
    for (long value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    return new SortedValues(sorted(values, min, max));
  }

  /** The caller's array is told from our own two by identity: it must not be written to. */
  @SuppressWarnings("ReferenceEquality")
  private static long[] sorted(long[] values, long min, long max) {
    // max - min may wrap around; read as unsigned it is the range all the same
    int bits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
    if (bits <= COUNTED_BITS) {
      return counted(values, min, (int) (max - min));
    }
    long[] from = values;
    long[] to = new long[values.length];
    for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
      scatter(from, to, min, shift);
      long[] free = from == values ? new long[values.length] : from;
      from = to;
      to = free;
    }
    return from;
  }

  private static long[] counted(long[] values, long min, int range) {
    int[] counts = new int[range + 1];
    for (long value : values) {
      counts[(int) (value - min)]++;
    }
    long[] ascending = new long[values.length];
    int end = 0;
    for (int i = 0; i <= range; i++) {
      int start = end;
      end += counts[i];
      Arrays.fill(ascending, start, end, min + i);
    }
    return ascending;
  }

  private static void scatter(long[] from, long[] to, long min, int shift) {
    int[] next = new int[DIGITS + 1];
    for (long value : from) {
      next[((int) ((value - min) >>> shift) & MASK) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      next[digit + 1] += next[digit];
    }
    for (long value : from) {
      to[next[(int) ((value - min) >>> shift) & MASK]++] = value;
    }
  }

  /**
   * How many values there are.
   *
   * @return at least 0
   */
  public int size() {
    return ascending.length;
  }

  /**
   * The value of a rank.
   *
   * @param rank 0 for the smallest, to size - 1
   * @return the value
   */
  public long at(int rank) {
    return ascending[rank];
  }

  /**
   * How many values are smaller.
   *
   * @param value any
   * @return 0 to size
   */
  public int countBelow(long value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * How many values are smaller or equal.
   *
   * @param value any
   * @return 0 to size
   */
  public int countAtMost(long value) {
    return value == Long.MAX_VALUE ? ascending.length : countBelow(value + 1);
  }
}
