package io.headlesscrm.core.purchase;

import java.util.Arrays;

/** Sorts ids of any length by their UTF-8 bytes: the first eight as one number, the rest only where those are equal. */
final class IdSort {

  private static final int PREFIX_BYTES = 8;
  private static final int INSERTION_LIMIT = 12;

  private final byte[] arena;
  private final int[] ends;
  private final long[] prefixes;

  private IdSort(byte[] arena, int[] ends, int size) {
    this.arena = arena;
    this.ends = ends;
    this.prefixes = new long[size];
    for (int i = 0; i < size; i++) {
      prefixes[i] = prefix(i);
    }
  }

  static int[] sortedByBytes(byte[] arena, int[] ends, int size) {
    IdSort sort = new IdSort(arena, ends, size);
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    sort.mergeSort(order.clone(), order, 0, size);
    return order;
  }

  private void mergeSort(int[] from, int[] to, int start, int end) {
    if (end - start <= INSERTION_LIMIT) {
      insertionSort(to, start, end);
      return;
    }
    int middle = (start + end) >>> 1;
    mergeSort(to, from, start, middle);
    mergeSort(to, from, middle, end);
    merge(from, to, start, middle, end);
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = right == end || (left < middle && compare(from[left], from[right]) <= 0);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }

  private void insertionSort(int[] order, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      int moved = order[i];
      int j = i;
      while (j > start && compare(order[j - 1], moved) > 0) {
        order[j] = order[j - 1];
        j--;
      }
      order[j] = moved;
    }
  }

  private int compare(int a, int b) {
    int byPrefix = Long.compareUnsigned(prefixes[a], prefixes[b]);
    return byPrefix != 0
        ? byPrefix
        : Arrays.compareUnsigned(arena, start(a), ends[a], arena, start(b), ends[b]);
  }

  private long prefix(int ordinal) {
    int start = start(ordinal);
    int length = Math.min(PREFIX_BYTES, ends[ordinal] - start);
    long prefix = 0;
    for (int i = 0; i < PREFIX_BYTES; i++) {
      prefix = (prefix << 8) | (i < length ? arena[start + i] & 0xFF : 0);
    }
    return prefix;
  }

  private int start(int ordinal) {
    return ordinal == 0 ? 0 : ends[ordinal - 1];
  }
}
