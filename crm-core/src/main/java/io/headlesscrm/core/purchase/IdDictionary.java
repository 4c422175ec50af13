package io.headlesscrm.core.purchase;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives every distinct id an ordinal, in order of first appearance.
 *
 * <p>Open addressing over a table of (tag, ordinal) pairs, one cache line per probe. A short id is its own
 * {@link InlineTag} and needs nothing else; a longer one has a hash as its tag and its bytes are compared.
 */
final class IdDictionary {

  private static final long HASHED = 1L << 63;
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] table = new long[2 * FIRST_CAPACITY];
  private int mask = FIRST_CAPACITY - 1;
  private int size;
  private long[] tags = new long[FIRST_CAPACITY / 2];

  /** All ids, once there is one that is not its own tag. */
  private final IdBytes bytes = new IdBytes();

  private boolean allInline = true;

  static long hashedTag(byte[] id, int start, int end) {
    long hash = (long) end - start;
    for (int i = start; i < end; i++) {
      hash = (hash ^ id[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash | HASHED;
  }

  /** The ordinal of a short id, which is added when it is new. */
  int ordinalOfInline(long tag) {
    return ordinalOfInline(tag, slot(tag));
  }

  /**
   * The ordinals of many short ids. All their slots are read before the first is looked at, so that the cache misses
   * overlap; the sum of what was read is returned so that no reading is optimised away.
   */
  long ordinalsOfInline(long[] tagged, int count, int[] ordinals) {
    reserve(count);
    long read = 0;
    for (int i = 0; i < count; i++) {
      ordinals[i] = slot(tagged[i]);
      read += table[2 * ordinals[i]];
    }
    for (int i = 0; i < count; i++) {
      ordinals[i] = ordinalOfInline(tagged[i], ordinals[i]);
    }
    return read;
  }

  private int ordinalOfInline(long tag, int from) {
    int slot = from;
    while (table[2 * slot] != tag) {
      if (table[2 * slot] == 0) {
        return addInline(slot, tag);
      }
      slot = (slot + 1) & mask;
    }
    return (int) table[2 * slot + 1];
  }

  /** The ordinal of any id given as UTF-8, which is added when it is new; its tag is a hash. */
  int ordinalOfHashed(long tag, byte[] id, int start, int end) {
    int slot = slot(tag);
    while (table[2 * slot] != 0) {
      if (table[2 * slot] == tag && bytes.isSame((int) table[2 * slot + 1], id, start, end)) {
        return (int) table[2 * slot + 1];
      }
      slot = (slot + 1) & mask;
    }
    return addHashed(slot, tag, id, start, end);
  }

  int ordinalOf(CharSequence id) {
    long tag = InlineTag.of(id);
    return tag == 0 ? ordinalOf(id.toString().toCharArray(), 0, id.length()) : ordinalOfInline(tag);
  }

  String get(int ordinal) {
    return allInline ? InlineTag.text(tags[ordinal]) : bytes.text(ordinal);
  }

  int ordinalOf(char[] text, int start, int length) {
    long tag = InlineTag.of(text, start, length);
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
    return allInline ? TagSort.sorted(tags, size) : bytes.sorted();
  }

  /** The ids in the given order. */
  SortedIds sorted(int[] order) {
    IdBytes sorted = new IdBytes();
    for (int ordinal : order) {
      if (allInline) {
        sorted.appendInline(tags[ordinal]);
      } else {
        sorted.append(bytes, ordinal);
      }
    }
    return sorted.toSortedIds();
  }

  /** For each ordinal of the other dictionary the ordinal of the same id here; ids that are new here are added. */
  int[] addAll(IdDictionary other) {
    int[] mapping = new int[other.size];
    for (int i = 0; i < other.size; i++) {
      long tag = other.tags[i];
      mapping[i] = tag > 0
          ? ordinalOfInline(tag)
          : ordinalOfHashed(tag, other.bytes.bytes(), other.bytes.start(i), other.bytes.end(i));
    }
    return mapping;
  }

  /** Where the probing for the tag starts. */
  private int slot(long tag) {
    long mixed = tag * 0x9E3779B97F4A7C15L;
    return (int) ((mixed >>> 32) ^ (mixed >>> 15)) & mask;
  }

  private int addInline(int slot, long tag) {
    if (!allInline) {
      bytes.appendInline(tag);
    }
    return insert(slot, tag);
  }

  private int addHashed(int slot, long tag, byte[] id, int start, int end) {
    if (allInline) {
      allInline = false;
      for (int i = 0; i < size; i++) {
        bytes.appendInline(tags[i]);
      }
    }
    bytes.append(id, start, end);
    return insert(slot, tag);
  }

  private int insert(int slot, long tag) {
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, 2 * size);
    }
    tags[size] = tag;
    table[2 * slot] = tag;
    table[2 * slot + 1] = size;
    size++;
    reserve(0);
    return size - 1;
  }

  /** Keeps the table at most half full with so many ids more. */
  private void reserve(int more) {
    while (size + more > mask >>> 1) {
      grow();
    }
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
