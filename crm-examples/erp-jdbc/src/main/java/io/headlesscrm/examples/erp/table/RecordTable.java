package io.headlesscrm.examples.erp.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of one type of records, wherever they lie. */
abstract class RecordTable<A> implements RowSource {

  /** What {@link #read} reads, of the table, which a query calls r. */
  abstract String columns();

  /** Reads {@link #columns} from a column on. */
  abstract StoredRecord<A> read(ResultSet row, int column) throws SQLException;

  /** Stores a record in version 1 unless its id is there. */
  abstract boolean insert(Connection connection, String id, A value) throws SQLException;

  /** Replaces a record and says that what it is found by is up to date. */
  abstract void update(Connection connection, String id, A value, long version) throws SQLException;

  abstract void delete(Connection connection, String id) throws SQLException;

  /** Whether rows come, change and go without the library, so that what they are found by stays behind. */
  abstract boolean isWrittenByOthers();

  /** The ids, as bytes, of the records for which what they are found by is not up to date. */
  abstract Sql outdated();

  abstract Sql select(String id);

  /** A condition on an id, as bytes: there is a row of it. */
  abstract Sql isThere(String id);

  final Optional<StoredRecord<A>> find(Connection connection, String id) throws SQLException {
    return find(connection, select(id));
  }

  /** Waits for a unit that has written the record; then no other unit writes it before this one ends. */
  final Optional<StoredRecord<A>> findToChange(Connection connection, String id)
      throws SQLException {
    return find(connection, select(id).add(" FOR UPDATE"));
  }

  private Optional<StoredRecord<A>> find(Connection connection, Sql select) throws SQLException {
    try (PreparedStatement statement = select.prepared(connection);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(read(row, 1)) : Optional.empty();
    }
  }
}
