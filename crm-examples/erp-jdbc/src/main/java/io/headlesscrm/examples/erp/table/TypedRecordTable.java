package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Versioned;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of one type of records. */
final class RecordTable<A> {

  /** What {@link #read} reads, of the table of rows, which a query calls r. */
  static final String COLUMNS = "r.version, r.type_version, r.document";

  private static final String TABLE = Tables.RECORDS.rows();
  private static final String OF_ID = " WHERE type = ? AND id = ?";

  private final RecordType<?, A> type;
  private final Dialect dialect;

  RecordTable(RecordType<?, A> type, Dialect dialect) {
    this.type = type;
    this.dialect = dialect;
  }

  Optional<StoredRecord<A>> find(Connection connection, byte[] id) throws SQLException {
    return find(connection, select(id));
  }

  /** Waits for a unit that has written the record; then no other unit writes it before this one ends. */
  Optional<StoredRecord<A>> findToChange(Connection connection, byte[] id) throws SQLException {
    return find(connection, select(id).add(" FOR UPDATE"));
  }

  boolean insert(Connection connection, byte[] id, A value) throws SQLException {
    List<Object> row = List.of(type.name(), id, 1L, type.version(), document(value));
    Rows rows =
        new Rows(TABLE, List.of("type", "id", "version", "type_version", "document"), List.of(row));
    return dialect.insertAbsent(connection, rows)[0] == 1;
  }

  void update(Connection connection, byte[] id, A value, long version) throws SQLException {
    Sql.of("UPDATE " + TABLE)
        .add(
            " SET version = ?, type_version = ?, document = ?",
            version,
            type.version(),
            document(value))
        .add(OF_ID, type.name(), id)
        .update(connection);
  }

  void delete(Connection connection, byte[] id) throws SQLException {
    Sql.of("DELETE FROM " + TABLE).add(OF_ID, type.name(), id).update(connection);
  }

  /** Reads {@link #COLUMNS} from a column on. */
  StoredRecord<A> read(ResultSet row, int column) throws SQLException {
    A value = type.read(JsonDocument.parse(row.getString(column + 2)));
    return new StoredRecord<>(new Versioned<>(value, row.getLong(column)), row.getInt(column + 1));
  }

  private Optional<StoredRecord<A>> find(Connection connection, Sql select) throws SQLException {
    try (PreparedStatement statement = select.prepared(connection);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(read(row, 1)) : Optional.empty();
    }
  }

  private Sql select(byte[] id) {
    return Sql.of("SELECT " + COLUMNS + " FROM " + TABLE + " r").add(OF_ID, type.name(), id);
  }

  private String document(A value) {
    return type.write(value).toCompactText();
  }
}
