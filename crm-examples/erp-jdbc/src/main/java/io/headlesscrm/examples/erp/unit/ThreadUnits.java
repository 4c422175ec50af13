package io.headlesscrm.examples.erp.unit;

import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Units that are remembered by their thread, because nothing else remembers them. */
abstract sealed class ThreadUnits extends JdbcUnits permits DataSourceUnits, ConnectionUnits {

  @SuppressWarnings("ThreadLocalUsage") // the units of two data sources have nothing in common
  private final ThreadLocal<@Nullable OpenUnit> open = new ThreadLocal<>();

  ThreadUnits(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  final Optional<OpenUnit> findOpen() {
    return Optional.ofNullable(open.get());
  }

  @Override
  final <R> R inNew(Supplier<R> work) {
    R result;
    OpenUnit unit;
    try (OwnConnection own = OwnConnection.ofTransaction(dataSource())) {
      unit = new OpenUnit(own.connection());
      result = inside(unit, work);
      own.commit();
    }
    unit.runActions();
    return result;
  }

  /** Runs all of a unit, whose connection somebody else commits or rolls back. */
  final <R> R inside(OpenUnit unit, Supplier<R> work) {
    open.set(unit);
    try {
      R result = unit.guarded(work);
      unit.requireSound();
      return result;
    } finally {
      open.remove();
    }
  }
}
