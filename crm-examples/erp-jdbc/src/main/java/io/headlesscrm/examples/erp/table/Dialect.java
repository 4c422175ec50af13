package io.headlesscrm.examples.erp.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the databases do not say alike. */
enum Dialect {
  /** Takes back a failed statement alone, so that the transaction goes on. */
  H2("H2") {
    @Override
    int[] insertAbsent(Connection connection, Rows rows) throws SQLException {
      int[] inserted = new int[rows.values().size()];
      try (PreparedStatement statement =
          connection.prepareStatement(rows.insert() + rows.unlessThere())) {
        for (int i = 0; i < inserted.length; i++) {
          Sql.bind(statement, rows.valuesAndKey(i));
          inserted[i] = updateOrLookAgain(statement);
        }
      }
      return inserted;
    }

    @Override
    String bytes(String text) {
      return "STRINGTOUTF8(" + text + ")";
    }

    @Override
    String text(String bytes) {
      return "UTF8TOSTRING(" + bytes + ")";
    }
  },

  /** Takes back the whole transaction when a statement fails, so none may. */
  POSTGRESQL("PostgreSQL") {
    @Override
    int[] insertAbsent(Connection connection, Rows rows) throws SQLException {
      String unlessThere = " ON CONFLICT (" + String.join(", ", rows.key()) + ") DO NOTHING";
      try (PreparedStatement statement = connection.prepareStatement(rows.insert() + unlessThere)) {
        for (List<@Nullable Object> values : rows.values()) {
          Sql.bind(statement, values);
          statement.addBatch();
        }
        return statement.executeBatch();
      }
    }

    @Override
    String bytes(String text) {
      return "convert_to(" + text + ", 'UTF8')";
    }

    @Override
    String text(String bytes) {
      return "convert_from(" + bytes + ", 'UTF8')";
    }
  };

  private static final String DUPLICATE_KEY = "23505";

  static final String SERIALISATION_FAILURE = "40001";

  /** Each fails only when another unit commits the same id just then, all when another key of the host is not unique. */
  private static final int ATTEMPTS = 3;

  private final String product;

  Dialect(String product) {
    this.product = product;
  }

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(dialect -> dialect.product.equals(product))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the database is \"" + product
            + "\", it must be H2 or PostgreSQL. Maybe a dialect should be added for it?"));
  }

  /**
   * Inserts rows whose ids are not there yet; waits for a transaction that has written the same id.
   *
   * @return 1 for a row that was inserted, 0 for one whose id was there
   */
  abstract int[] insertAbsent(Connection connection, Rows rows) throws SQLException;

  /** A text in SQL as its bytes in UTF-8, in SQL. */
  abstract String bytes(String text);

  /** Bytes in SQL as the text that they are in UTF-8, in SQL. */
  abstract String text(String bytes);

  /** Looks again when another unit has committed the same id after this statement had begun. */
  private static int updateOrLookAgain(PreparedStatement statement) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return statement.executeUpdate();
      } catch (SQLException e) {
        if (!DUPLICATE_KEY.equals(e.getSQLState())) {
          throw e;
        }
        requireAnotherAttempt(statement.getConnection(), attempt, e);
      }
    }
  }

  private static void requireAnotherAttempt(Connection connection, int attempt, SQLException e)
      throws SQLException {
    if (connection.getTransactionIsolation() > Connection.TRANSACTION_READ_COMMITTED) {
      throw new SQLTransactionRollbackException(
          "the id is there, but not for this transaction", SERIALISATION_FAILURE, e);
    }
    if (attempt == ATTEMPTS) {
      throw e;
    }
  }
}
