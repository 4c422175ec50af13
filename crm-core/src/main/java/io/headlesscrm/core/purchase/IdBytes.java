package io.headlesscrm.core.purchase;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ids one after the other in one array of bytes, UTF-8, each known by its number. */
final class IdBytes {

  private static final int FIRST_CAPACITY = 1 << 12;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY / 8];
  private int size;

  void append(byte[] id, int start, int end) {
    int from = length();
    ensureRoom(end - start);
    System.arraycopy(id, start, bytes, from, end - start);
    ends[size++] = from + end - start;
  }

  void append(IdBytes other, int number) {
    append(other.bytes, other.start(number), other.ends[number]);
  }

  /** Appends the id that is its own tag. */
  void appendInline(long tag) {
    int length = InlineTag.length(tag);
    int from = length();
    ensureRoom(length);
    for (int i = 0; i < length; i++) {
      bytes[from + i] = InlineTag.character(tag, i);
    }
    ends[size++] = from + length;
  }

  boolean isSame(int number, byte[] id, int start, int end) {
    return Arrays.equals(bytes, start(number), ends[number], id, start, end);
  }

  /** The numbers in the order of their ids. */
  int[] sorted() {
    return IdSort.sortedByBytes(bytes, ends, size);
  }

  String text(int number) {
    return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  int end(int number) {
    return ends[number];
  }

  /** These ids, which must be in their order. */
  SortedIds toSortedIds() {
    return new SortedIds(Arrays.copyOf(bytes, length()), Arrays.copyOf(ends, size));
  }

  private int length() {
    return size == 0 ? 0 : ends[size - 1];
  }

  private void ensureRoom(int more) {
    int needed = Math.addExact(length(), more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int)
          Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.length)));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
  }
}
