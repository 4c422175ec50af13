package io.headlesscrm.core.purchase;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Distinct days in ascending order: the first one, then the gaps as variable-length bytes, so that a customer of ten
 * purchases takes ten to twenty bytes. Immutable; appending a later day is amortised O(1), because sequences that grew
 * from one another share the buffer and the first to append takes its free end.
 */
final class DaySequence {

  static final DaySequence EMPTY = new DaySequence(0, 0, 0, new byte[0], 0, new AtomicInteger());
  private static final int MAX_GAP_BYTES = 5;

  private final int count;
  private final int first;
  private final int last;
  private final byte[] gaps;
  private final int length;
  private final AtomicInteger taken;

  private DaySequence(
      int count, int first, int last, byte[] gaps, int length, AtomicInteger taken) {
    this.count = count;
    this.first = first;
    this.last = last;
    this.gaps = gaps;
    this.length = length;
    this.taken = taken;
  }

  int count() {
    return count;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  DaySequence with(int day) {
    if (count == 0) {
      return new DaySequence(1, day, day, EMPTY.gaps, 0, new AtomicInteger());
    }
    if (day > last) {
      return append(day);
    }
    return day == last ? this : union(EMPTY.with(day));
  }

  DaySequence union(DaySequence other) {
    if (other.count == 0 || count == 0) {
      return count == 0 ? other : this;
    }
    int[] mine = toArray();
    int[] theirs = other.toArray();
    DaySequence union = EMPTY;
    int i = 0;
    int j = 0;
    while (i < mine.length || j < theirs.length) {
      boolean takeMine = j == theirs.length || (i < mine.length && mine[i] <= theirs[j]);
      union = union.with(takeMine ? mine[i++] : theirs[j++]);
    }
    return union;
  }

  int[] toArray() {
    int[] days = new int[count];
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0) {
        days[0] = first;
        continue;
      }
      int gap = 0;
      int bits = 0;
      byte read;
      do {
        read = gaps[at++];
        gap |= (read & 127) << bits;
        bits += 7;
      } while (read < 0);
      days[i] = days[i - 1] + gap;
    }
    return days;
  }

  private DaySequence append(int day) {
    int gap = day - last;
    int bytes = 1 + (31 - Integer.numberOfLeadingZeros(gap)) / 7;
    boolean free = length + bytes <= gaps.length && taken.compareAndSet(length, length + bytes);
    byte[] target = free ? gaps : Arrays.copyOf(gaps, 2 * length + MAX_GAP_BYTES);
    AtomicInteger end = free ? taken : new AtomicInteger(length + bytes);
    write(gap, target);
    return new DaySequence(count + 1, first, day, target, length + bytes, end);
  }

  private void write(int gap, byte[] target) {
    int at = length;
    int rest = gap;
    while (rest > 127) {
      target[at++] = (byte) (rest | 128);
      rest >>>= 7;
    }
    target[at] = (byte) rest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DaySequence days
        && count == days.count
        && first == days.first
        && last == days.last
        && Arrays.equals(gaps, 0, length, days.gaps, 0, days.length);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * count + first) + last;
  }
}
