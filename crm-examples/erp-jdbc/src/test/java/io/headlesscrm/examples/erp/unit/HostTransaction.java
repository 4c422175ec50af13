package io.headlesscrm.examples.erp.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** What a host without a transaction manager writes around its own statements. */
public final class HostTransaction {

  private HostTransaction() {}

  /** Runs work in a transaction that is committed, or rolled back when the work throws. */
  public static <R> R committed(DataSource dataSource, Function<Connection, R> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        R result = work.apply(connection);
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
