package io.headlesscrm.examples.erp.unit;

import io.headlesscrm.core.storage.DoomedUnitException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One open transaction: its connection, what doomed it and what follows its commit. For the thread that opened it. */
final class OpenUnit {

  private final Connection connection;
  private final List<Runnable> actions = new ArrayList<>();
  private @Nullable Throwable doom;

  OpenUnit(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Runs a part of the unit: an exception that leaves it dooms the whole. */
  <R> R guarded(Supplier<R> work) {
    requireSound();
    try {
      return work.get();
    } catch (Throwable e) {
      doom = doom == null ? e : doom;
      throw e;
    }
  }

  void requireSound() {
    if (doom != null) {
      throw new DoomedUnitException(doom);
    }
  }

  void afterCommit(Runnable action) {
    actions.add(action);
  }

  /** Runs what was to follow the commit; if an action throws, the others still run. */
  void runActions() {
    @Nullable RuntimeException first = null;
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException e) {
        first = joined(first, e);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    if (!first.equals(next)) {
      first.addSuppressed(next);
    }
    return first;
  }
}
