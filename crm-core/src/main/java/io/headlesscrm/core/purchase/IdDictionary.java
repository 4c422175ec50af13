package io.headlesscrm.core.purchase;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives every distinct id an ordinal, in order of first appearance.
 *
 * <p>Open addressing over a table of (tag, ordinal) pairs, one cache line per probe. An id of at most eight ASCII
 * characters is its own tag (seven bits a character, then the length, so that tags sort as the ids do); a longer one
 * has a hash as its tag and its bytes are compared.
 */
final class IdDictionary {

  private static final int INLINE_CHARACTERS = 8;
  private static final long HASHED = 1L << 63;
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] table = new long[2 * FIRST_CAPACITY];
  private int mask = FIRST_CAPACITY - 1;
  private int size;
  private long[] tags = new long[FIRST_CAPACITY / 2];
  private int[] ends = new int[FIRST_CAPACITY / 2];
  private byte[] arena = new byte[4 * FIRST_CAPACITY];
  private boolean allInline = true;

  /** The tag of an ASCII id of at most eight characters; 0 when the id is not of that kind. */
  static long inlineTag(char[] text, int start, int length) {
    if (length > INLINE_CHARACTERS) {
      return 0;
    }
    long tag = 0;
    int seen = 0;
    for (int i = 0; i < length; i++) {
      char c = text[start + i];
      seen |= c;
      tag = (tag << 7) | c;
    }
    return seen < 128 ? ((tag << (7 * (INLINE_CHARACTERS - length))) << 4) | length : 0;
  }

  static long hashedTag(byte[] id, int start, int end) {
    long hash = (long) end - start;
    for (int i = start; i < end; i++) {
      hash = (hash ^ id[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash | HASHED;
  }

  /** Where the probing for the tag starts; a read of the table there brings its cache line near. */
  int slot(long tag) {
    long mixed = tag * 0x9E3779B97F4A7C15L;
    return (int) ((mixed >>> 32) ^ (mixed >>> 15)) & mask;
  }

  long tagAt(int slot) {
    return table[2 * slot];
  }

  int ordinalAt(int slot) {
    return (int) table[2 * slot + 1];
  }

  /** The ordinal of an inline id, which is added when it is new. */
  int ordinalOfInline(long tag) {
    int slot = slot(tag);
    while (table[2 * slot] != tag) {
      if (table[2 * slot] == 0) {
        appendInline(tag);
        return insert(slot, tag);
      }
      slot = (slot + 1) & mask;
    }
    return (int) table[2 * slot + 1];
  }

  /** The ordinal of any id given as UTF-8, which is added when it is new; its tag is a hash. */
  int ordinalOfHashed(long tag, byte[] id, int start, int end) {
    int slot = slot(tag);
    while (table[2 * slot] != 0) {
      if (table[2 * slot] == tag && isIdOf((int) table[2 * slot + 1], id, start, end)) {
        return (int) table[2 * slot + 1];
      }
      slot = (slot + 1) & mask;
    }
    allInline = false;
    append(id, start, end);
    return insert(slot, tag);
  }

  int ordinalOf(CharSequence id) {
    return ordinalOf(id.toString().toCharArray(), 0, id.length());
  }

  int ordinalOf(char[] text, int start, int length) {
    long tag = inlineTag(text, start, length);
    if (tag != 0) {
      return ordinalOfInline(tag);
    }
    byte[] utf8 = new String(text, start, length).getBytes(StandardCharsets.UTF_8);
    return ordinalOfHashed(hashedTag(utf8, 0, utf8.length), utf8, 0, utf8.length);
  }

  int size() {
    return size;
  }

  /** The ordinals in the order of their ids, by UTF-8 bytes. */
  int[] sortedOrdinals() {
    return allInline ? TagSort.sorted(tags, size) : IdSort.sortedByBytes(arena, ends, size);
  }

  /** The ids in the given order. */
  SortedIds sorted(int[] order) {
    byte[] bytes = new byte[size == 0 ? 0 : ends[size - 1]];
    int[] sortedEnds = new int[size];
    int end = 0;
    for (int i = 0; i < size; i++) {
      int start = start(order[i]);
      int length = ends[order[i]] - start;
      System.arraycopy(arena, start, bytes, end, length);
      end += length;
      sortedEnds[i] = end;
    }
    return new SortedIds(bytes, sortedEnds);
  }

  /** For each ordinal of the other dictionary the ordinal of the same id here; ids that are new here are added. */
  int[] addAll(IdDictionary other) {
    int[] mapping = new int[other.size];
    for (int i = 0; i < other.size; i++) {
      long tag = other.tags[i];
      mapping[i] = tag > 0
          ? ordinalOfInline(tag)
          : ordinalOfHashed(tag, other.arena, other.start(i), other.ends[i]);
    }
    return mapping;
  }

  private boolean isIdOf(int ordinal, byte[] id, int start, int end) {
    return Arrays.equals(arena, start(ordinal), ends[ordinal], id, start, end);
  }

  private int start(int ordinal) {
    return ordinal == 0 ? 0 : ends[ordinal - 1];
  }

  private void appendInline(long tag) {
    int length = (int) tag & 15;
    byte[] id = new byte[length];
    for (int i = 0; i < length; i++) {
      id[i] = (byte) ((tag >>> (4 + 7 * (INLINE_CHARACTERS - 1 - i))) & 127);
    }
    append(id, 0, length);
  }

  private void append(byte[] id, int start, int end) {
    int from = size == 0 ? 0 : ends[size - 1];
    int to = Math.addExact(from, end - start);
    if (to > arena.length) {
      arena = Arrays.copyOf(arena, (int)
          Math.min(Integer.MAX_VALUE - 8L, Math.max(to, 2L * arena.length)));
    }
    System.arraycopy(id, start, arena, from, end - start);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      tags = Arrays.copyOf(tags, 2 * size);
    }
    ends[size] = to;
  }

  private int insert(int slot, long tag) {
    tags[size] = tag;
    table[2 * slot] = tag;
    table[2 * slot + 1] = size;
    size++;
    if (size > mask >>> 1) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    mask = 2 * mask + 1;
    table = new long[2 * (mask + 1)];
    for (int i = 0; i < size; i++) {
      int slot = slot(tags[i]);
      while (table[2 * slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[2 * slot] = tags[i];
      table[2 * slot + 1] = i;
    }
  }
}
