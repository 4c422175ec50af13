package io.headlesscrm.core.storage.memory;

import io.headlesscrm.core.id.TextOrder;
import java.time.Instant;

/** Where a row stands among all rows of its table: by time, then by id. Records have no time of their own. */
record Position(Instant time, String id) implements Comparable<Position> {

  static Position ofRecord(String id) {
    return new Position(Instant.EPOCH, id);
  }

  /** Before every row of that instant and after every earlier one, as no id is empty. */
  static Position justBefore(Instant time) {
    return new Position(time, "");
  }

  @Override
  public int compareTo(Position other) {
    int byTime = time.equals(other.time) ? 0 : time.compareTo(other.time);
    return byTime != 0 ? byTime : TextOrder.compare(id, other.id);
  }
}
