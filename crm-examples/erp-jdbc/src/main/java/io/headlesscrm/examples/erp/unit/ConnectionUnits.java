package io.headlesscrm.examples.erp.unit;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Units of work in transactions of the host, on the connection that the host holds: the host has begun the transaction,
 * and it alone commits or rolls back.
 *
 * <pre>{@code
 * connection.setAutoCommit(false);
 * erp.book(connection, order);
 * units.joining(connection, () -> storage.log(PURCHASE).append(List.of(purchase)));
 * connection.commit();
 * }</pre>
 *
 * <p>Nobody tells a library that a bare connection was committed, so {@link
 * io.headlesscrm.core.storage.Capability#AFTER_COMMIT} is not there. A unit outside {@link #joining} is opened on a
 * connection of the data source.
 */
public final class ConnectionUnits extends ThreadUnits {

  /**
   * Units in transactions of the host.
   *
   * @param dataSource for reads and units outside the host's transactions
   */
  public ConnectionUnits(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  public boolean tellCommits() {
    return false;
  }

  /**
   * Runs work in a transaction that the host has begun. The connection is neither committed, rolled back nor closed. When
   * an exception leaves this call, the host must roll back: a part of the work may have been done.
   *
   * @param <R> what the work gives
   * @param connection does not commit after each statement
   * @param work calls the library
   * @return what the work gave
   * @throws IllegalArgumentException when the connection commits after each statement
   * @throws IllegalStateException when a unit on another connection is open on this thread
   */
  public <R> R joining(Connection connection, Supplier<R> work) {
    requireTransaction(connection);
    requireNonNull(work, "work");
    Optional<OpenUnit> open = findOpen();
    if (open.isEmpty()) {
      return inside(new OpenUnit(connection), work);
    }
    if (!open.get().connection().equals(connection)) {
      throw new IllegalStateException(
          "a unit of work on another connection is open on this thread, there can be one at a time."
              + " Maybe the host's transaction was begun inside a unit of the library?");
    }
    return open.get().guarded(work);
  }

  private static void requireTransaction(Connection connection) {
    try {
      if (connection.getAutoCommit()) {
        throw new IllegalArgumentException(
            "the connection commits after each statement, it must not, or half a unit could be kept."
                + " Maybe setAutoCommit(false) was forgotten?");
      }
    } catch (SQLException e) {
      throw SqlFailedException.of(e);
    }
  }
}
