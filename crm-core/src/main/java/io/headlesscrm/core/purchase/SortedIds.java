package io.headlesscrm.core.purchase;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Distinct ids in the order of their UTF-8 bytes, packed into one array; found by binary search. Immutable. */
final class SortedIds {

  static final SortedIds NONE = new SortedIds(new byte[0], new int[0]);

  private final byte[] bytes;
  private final int[] ends;

  SortedIds(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  int size() {
    return ends.length;
  }

  String get(int index) {
    return new String(bytes, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
  }

  /** The index of the id, or -1 when it is not there. */
  int indexOf(String id) {
    byte[] sought = id.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = ends.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(bytes, start(middle), ends[middle], sought, 0, sought.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** The ids of both, each once. */
  SortedIds union(SortedIds other) {
    byte[] merged = new byte[Math.addExact(bytes.length, other.bytes.length)];
    int[] mergedEnds = new int[size() + other.size()];
    int left = 0;
    int right = 0;
    int end = 0;
    int count = 0;
    while (left < size() || right < other.size()) {
      int order = compare(left, other, right);
      SortedIds source = order <= 0 ? this : other;
      int index = order <= 0 ? left : right;
      int length = source.ends[index] - source.start(index);
      System.arraycopy(source.bytes, source.start(index), merged, end, length);
      end += length;
      mergedEnds[count++] = end;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return new SortedIds(Arrays.copyOf(merged, end), Arrays.copyOf(mergedEnds, count));
  }

  /** For each id its index in a larger set, which holds them all. */
  int[] indicesIn(SortedIds larger) {
    int[] indices = new int[size()];
    int at = 0;
    for (int i = 0; i < indices.length; i++) {
      while (compare(i, larger, at) != 0) {
        at++;
      }
      indices[i] = at;
    }
    return indices;
  }

  /** Compares two ids; a set that is used up comes last. */
  private int compare(int index, SortedIds other, int otherIndex) {
    if (index == size() || otherIndex == other.size()) {
      return Boolean.compare(index == size(), otherIndex == other.size());
    }
    return Arrays.compareUnsigned(
        bytes,
        start(index),
        ends[index],
        other.bytes,
        other.start(otherIndex),
        other.ends[otherIndex]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SortedIds ids
        && Arrays.equals(bytes, ids.bytes)
        && Arrays.equals(ends, ids.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
