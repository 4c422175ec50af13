package io.headlesscrm.examples.erp.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The version of the tables in a database, and the way to the newest one. Versions begin at 1; each has a script, {@code
 * V1.sql} and so on beside this class, that a host may also run itself. One script serves H2 and PostgreSQL.
 *
 * <pre>{@code
 * CrmSchema.migrate(dataSource); // once, when the host is installed or updated
 * CrmSchema.requireNewest(dataSource); // each time the host starts
 * }</pre>
 */
public final class CrmSchema {

  /** The version that this program works with. */
  public static final int NEWEST = 2;

  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS crm_schema_version (version INTEGER NOT NULL PRIMARY KEY)";

  private CrmSchema() {}

  /**
   * Brings the tables to the newest version. To be called by one process at a time, outside any transaction. Where a
   * script fails half way, PostgreSQL takes it back; on H2, which commits each statement of a script, the next call goes
   * on.
   *
   * @param dataSource of an empty database or one of any version
   * @return how many scripts were run; 0 when the tables were the newest ones
   * @throws SQLException when a statement fails
   */
  public static int migrate(DataSource dataSource) throws SQLException {
    return migrate(dataSource, NEWEST);
  }

  static int migrate(DataSource dataSource, int target) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      execute(connection, VERSIONS);
      int before = version(connection);
      requireKnown(before);
      for (int version = before + 1; version <= target; version++) {
        inTransaction(connection, version);
      }
      return Math.max(0, target - before);
    }
  }

  /**
   * Checks that the tables are those of this program.
   *
   * @param dataSource of the database
   * @throws IllegalStateException when they are older or newer
   * @throws SQLException when there are none
   */
  public static void requireNewest(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      int version = version(connection);
      requireKnown(version);
      if (version < NEWEST) {
        throw new IllegalStateException(
            "the tables are of version " + version + ", they must be of version " + NEWEST
                + ". Maybe CrmSchema.migrate was not called after the update?");
      }
    }
  }

  private static void requireKnown(int version) {
    if (version > NEWEST) {
      throw new IllegalStateException(
          "the tables are of version " + version + ", they must be of version " + NEWEST
              + " at most. Maybe a newer program has migrated them?");
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM crm_schema_version")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static void inTransaction(Connection connection, int version) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      for (String statement : Script.ofVersion(version).statements()) {
        execute(connection, statement);
      }
      insert(connection, version);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private static void insert(Connection connection, int version) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO crm_schema_version (version) VALUES (?)")) {
      statement.setInt(1, version);
      statement.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
