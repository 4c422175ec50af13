package io.headlesscrm.examples.erp.unit;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.AbsentCapabilityException;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Units of work that are JDBC transactions. Whose transactions they are, and who begins and ends them, a subclass says.
 * Thread-safe; storages that share one of these share its units.
 *
 * <p>Transactions run at the isolation that the data source sets, at least READ COMMITTED, the default of H2 and
 * PostgreSQL. There, of two units that write the same record or fact the later one waits for the earlier one and is then
 * told by a value that it came second. At a higher isolation the database may give up one of the two instead, as it may
 * at any isolation when two units wait for each other; that is a {@link
 * io.headlesscrm.core.storage.TryAgainException}.
 */
public abstract class JdbcUnits implements UnitOfWork {

  private final DataSource dataSource;

  JdbcUnits(DataSource dataSource) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
  }

  /**
   * Whether {@link Capability#AFTER_COMMIT} is there.
   *
   * @return true when these units hear of each commit
   */
  public abstract boolean tellCommits();

  /** The unit that is open on this thread. */
  abstract Optional<OpenUnit> findOpen();

  /** Runs work in a new unit, which ends with it. */
  abstract <R> R inNew(Supplier<R> work);

  @Override
  public final <R> R required(Supplier<R> work) {
    requireNonNull(work, "work");
    Optional<OpenUnit> open = findOpen();
    return open.isPresent() ? open.get().guarded(work) : inNew(work);
  }

  @Override
  public final boolean active() {
    return findOpen().isPresent();
  }

  @Override
  public final void afterCommit(Runnable action) {
    requireNonNull(action, "action");
    if (!tellCommits()) {
      throw new AbsentCapabilityException(Capability.AFTER_COMMIT);
    }
    OpenUnit open = requireOpen();
    open.guarded(() -> {
      open.afterCommit(action);
      return true;
    });
  }

  /**
   * Reads in the open unit or, outside one, what is committed.
   *
   * @param <R> what the work gives
   * @param work one query
   * @return what the work gave
   */
  public final <R> R read(SqlWork<R> work) {
    Optional<OpenUnit> open = findOpen();
    if (open.isPresent()) {
      return in(open.get(), work);
    }
    try (OwnConnection own = OwnConnection.ofStatements(dataSource)) {
      return run(own.connection(), work);
    }
  }

  /**
   * Reads a large result as {@link #read} does, part by part where the driver can.
   *
   * @param <R> what the work gives
   * @param work one query
   * @return what the work gave
   */
  public final <R> R readInParts(SqlWork<R> work) {
    Optional<OpenUnit> open = findOpen();
    if (open.isPresent()) {
      return in(open.get(), work);
    }
    // PostgreSQL holds the place in a result only while a transaction is open
    try (OwnConnection own = OwnConnection.ofTransaction(dataSource)) {
      return run(own.connection(), work);
    }
  }

  /**
   * Writes in the open unit.
   *
   * @param <R> what the work gives
   * @param work any statements
   * @return what the work gave
   * @throws IllegalStateException outside a unit
   */
  public final <R> R write(SqlWork<R> work) {
    return in(requireOpen(), work);
  }

  final DataSource dataSource() {
    return dataSource;
  }

  private OpenUnit requireOpen() {
    return findOpen()
        .orElseThrow(
            () -> new IllegalStateException("no unit of work is open on this thread, one must be."
                + " Maybe the call belongs into unitOfWork().required(...)?"));
  }

  private static <R> R in(OpenUnit unit, SqlWork<R> work) {
    return unit.guarded(() -> run(unit.connection(), work));
  }

  private static <R> R run(Connection connection, SqlWork<R> work) {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw SqlFailedException.of(e);
    }
  }
}
