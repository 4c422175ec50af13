package io.headlesscrm.examples.erp.unit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statements on a connection that somebody else opens and closes.
 *
 * @param <R> what the work gives
 */
@FunctionalInterface
public interface SqlWork<R> {

  /**
   * Runs the statements.
   *
   * @param connection to be neither committed, rolled back nor closed
   * @return what the work gives
   * @throws SQLException when a statement fails
   */
  R on(Connection connection) throws SQLException;
}
