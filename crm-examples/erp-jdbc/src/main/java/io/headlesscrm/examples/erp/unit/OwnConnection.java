package io.headlesscrm.examples.erp.unit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection that was taken from the data source; it goes back as it came, and what it left open is rolled back. */
final class OwnConnection implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommitBefore;

  private OwnConnection(Connection connection, boolean autoCommitBefore) {
    this.connection = connection;
    this.autoCommitBefore = autoCommitBefore;
  }

  /** For single reads, each of which is over when its result has been read. */
  static OwnConnection ofStatements(DataSource dataSource) {
    return open(dataSource, true);
  }

  static OwnConnection ofTransaction(DataSource dataSource) {
    return open(dataSource, false);
  }

  Connection connection() {
    return connection;
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw SqlFailedException.of(e);
    }
  }

  /** Tells of no failure: a broken connection is rolled back by its server, and what was committed stays so. */
  @Override
  public void close() {
    try (Connection closed = connection) {
      if (!closed.getAutoCommit()) {
        closed.rollback();
      }
      closed.setAutoCommit(autoCommitBefore);
    } catch (SQLException e) {
      // see above
    }
  }

  private static OwnConnection open(DataSource dataSource, boolean autoCommit) {
    try {
      return set(dataSource.getConnection(), autoCommit);
    } catch (SQLException e) {
      throw SqlFailedException.of(e);
    }
  }

  private static OwnConnection set(Connection connection, boolean autoCommit) throws SQLException {
    try {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(autoCommit);
      return new OwnConnection(connection, before);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
