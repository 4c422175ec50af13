package io.headlesscrm.core.purchase;

import java.util.Arrays;

/**
 * Sorts the distinct tags of short ids by the bits in which they differ, the lowest digits first. The ids of a million
 * customers, C0000001 and on, differ in 28 of 64 bits: three passes, where a comparing sort needs twenty.
 */
final class TagSort {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;
  private static final int DIGIT_MASK = DIGITS - 1;

  private long[] keys;
  private int[] order;
  private long[] sortedKeys;
  private int[] sortedOrder;

  private TagSort(long[] tags, int size, long differing) {
    keys = new long[size];
    Arrays.setAll(keys, i -> compress(tags[i], differing));
    order = new int[size];
    Arrays.setAll(order, i -> i);
    sortedKeys = new long[size];
    sortedOrder = new int[size];
  }

  /** The indices of the first {@code size} tags, which are not negative, in the order of the tags. */
  static int[] sorted(long[] tags, int size) {
    long differing = differingBits(tags, size);
    TagSort sort = new TagSort(tags, size, differing);
    int bits = Long.bitCount(differing);
    for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
      sort.byDigit(shift);
    }
    return sort.order;
  }

  private static long differingBits(long[] tags, int size) {
    long differing = 0;
    for (int i = 1; i < size; i++) {
      differing |= tags[i] ^ tags[0];
    }
    return differing;
  }

  /** The bits of the mask moved together, in their order. */
  private static long compress(long tag, long mask) {
    long compressed = 0;
    int filled = 0;
    long rest = mask;
    while (rest != 0) {
      int lowest = Long.numberOfTrailingZeros(rest);
      long run = rest & ~(rest + (1L << lowest));
      compressed |= (tag & run) >>> lowest << filled;
      filled += Long.bitCount(run);
      rest ^= run;
    }
    return compressed;
  }

  /** Stable, so that the order by lower digits stays among equal ones. */
  private void byDigit(int shift) {
    int[] next = new int[DIGITS + 1];
    for (long key : keys) {
      next[digit(key, shift) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      next[digit + 1] += next[digit];
    }
    for (int i = 0; i < keys.length; i++) {
      int to = next[digit(keys[i], shift)]++;
      sortedKeys[to] = keys[i];
      sortedOrder[to] = order[i];
    }
    swap();
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & DIGIT_MASK;
  }

  private void swap() {
    long[] swappedKeys = keys;
    keys = sortedKeys;
    sortedKeys = swappedKeys;
    int[] swappedOrder = order;
    order = sortedOrder;
    sortedOrder = swappedOrder;
  }
}
