package io.headlesscrm.core.storage.memory;

import org.jspecify.annotations.Nullable;

/**
 * A value in its place; it is its own position, as one object less to visit is what makes a search fast. Written under
 * the write lock and read under the read lock of the unit only.
 */
final class Row<T> extends Position {

  private T value;
  private long version;
  private boolean present;
  private boolean awaitsIndexing;

  /** The value under whose keys the indexes hold the row; null: they do not. */
  private @Nullable T indexed;

  private Row(Position place, T value, long version) {
    super(place);
    this.value = value;
    this.version = version;
  }

  static <T> Row<T> of(Position place, T value) {
    return new Row<>(place, value, 1);
  }

  T value() {
    return value;
  }

  long version() {
    return version;
  }

  void set(T newValue, long newVersion) {
    value = newValue;
    version = newVersion;
  }

  void setPresent(boolean isPresent) {
    present = isPresent;
  }

  /** Whether the row was not yet waiting for the indexes to learn what became of it. */
  boolean beginsToAwaitIndexing() {
    boolean begins = !awaitsIndexing;
    awaitsIndexing = true;
    return begins;
  }

  @SuppressWarnings(
      "ReferenceEquality") // the same instance has the same keys; to compare values would cost more
  void index(Iterable<KeyIndex<T, ?>> indexes) {
    @Nullable T before = indexed;
    @Nullable T now = present ? value : null;
    if (before == null && now != null) {
      indexes.forEach(index -> index.add(this, now));
    } else if (before != null && now == null) {
      indexes.forEach(index -> index.remove(this, before));
    } else if (before != null && now != null && before != now) {
      indexes.forEach(index -> index.change(this, before, now));
    }
    indexed = now;
    awaitsIndexing = false;
  }
}
