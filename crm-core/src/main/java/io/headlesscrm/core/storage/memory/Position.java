package io.headlesscrm.core.storage.memory;

import io.headlesscrm.core.id.TextOrder;
import java.time.Instant;

/**
 * Where a row stands among all rows of its table: by time, then by id. Records have no time of their own.
 *
 * <p>Positions are compared dozens of times for each write, so they know whether the machine's own comparison of texts,
 * which is wrong about surrogates, will do.
 */
class Position implements Comparable<Position> {

  private final Instant time;
  private final String id;
  private final boolean plain;

  Position(Instant time, String id) {
    this.time = time;
    this.id = id;
    this.plain = isPlain(id);
  }

  Position(Position other) {
    this.time = other.time;
    this.id = other.id;
    this.plain = other.plain;
  }

  static Position ofRecord(String id) {
    return new Position(Instant.EPOCH, id);
  }

  /** Before every row of that instant and after every earlier one, as no id is empty. */
  static Position justBefore(Instant time) {
    return new Position(time, "");
  }

  final Instant time() {
    return time;
  }

  final String id() {
    return id;
  }

  @Override
  public final int compareTo(Position other) {
    int byTime = time.compareTo(other.time);
    if (byTime != 0) {
      return byTime;
    }
    return plain && other.plain ? id.compareTo(other.id) : TextOrder.compare(id, other.id);
  }

  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isSurrogate(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
