package io.headlesscrm.core.storage.memory;

import org.jspecify.annotations.Nullable;

/** The rows strictly between two positions; null: no bound on that side. */
record Bounds(@Nullable Position low, @Nullable Position high) {

  static final Bounds NONE = new Bounds(null, null);

  boolean contains(Position position) {
    return (low == null || position.compareTo(low) > 0)
        && (high == null || position.compareTo(high) < 0);
  }

  /** What is left behind a place that was reached in a direction. */
  Bounds behind(Position reached, boolean descending) {
    return descending ? new Bounds(low, earlier(reached)) : new Bounds(later(reached), high);
  }

  private Position later(Position reached) {
    return low == null || reached.compareTo(low) > 0 ? reached : low;
  }

  private Position earlier(Position reached) {
    return high == null || reached.compareTo(high) < 0 ? reached : high;
  }
}
