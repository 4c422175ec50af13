package io.headlesscrm.examples.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A DuckDB in the memory of this process. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb inMemory() throws SQLException {
    return new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Hands over every row of the answer; returns how many there were. */
  long forEach(String query, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      long count = 0;
      while (rows.next()) {
        reader.read(rows);
        count++;
      }
      return count;
    }
  }

  /** The answer of a query with one row and one column. */
  String single(String query) throws SQLException {
    StringBuilder answer = new StringBuilder();
    forEach(query, row -> answer.append(row.getString(1)));
    return answer.toString();
  }

  String version() throws SQLException {
    return single("SELECT version()");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** Takes the columns of one row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
