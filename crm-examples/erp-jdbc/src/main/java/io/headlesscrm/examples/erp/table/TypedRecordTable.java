package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Versioned;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Records in the table that holds those of many types. */
final class TypedRecordTable<A> extends RecordTable<A> {

  private static final String TABLE = Tables.RECORDS.rows();
  private static final String OF_ID = " WHERE type = ? AND id = ?";

  private final RecordType<?, A> type;
  private final Dialect dialect;
  private final RowSource source;

  TypedRecordTable(RecordType<?, A> type, Dialect dialect) {
    this.type = type;
    this.dialect = dialect;
    this.source = new RowSource.Typed(type.name(), Tables.RECORDS);
  }

  @Override
  public Listing all() {
    return source.all();
  }

  @Override
  public Listing joined(Listing listing, String alias) {
    return source.joined(listing, alias);
  }

  @Override
  String columns() {
    return "r.version, r.type_version, r.document";
  }

  @Override
  StoredRecord<A> read(ResultSet row, int column) throws SQLException {
    A value = type.read(JsonDocument.parse(row.getString(column + 2)));
    boolean isIndexed = row.getInt(column + 1) == type.version();
    return new StoredRecord<>(new Versioned<>(value, row.getLong(column)), isIndexed);
  }

  @Override
  boolean insert(Connection connection, String id, A value) throws SQLException {
    List<Object> row = List.of(type.name(), Utf8.id(id), 1L, type.version(), document(value));
    Rows rows = new Rows(
        TABLE,
        List.of("type", "id"),
        List.of("type", "id", "version", "type_version", "document"),
        List.of(row));
    return dialect.insertAbsent(connection, rows)[0] == 1;
  }

  @Override
  void update(Connection connection, String id, A value, long version) throws SQLException {
    Sql.of("UPDATE " + TABLE)
        .add(
            " SET version = ?, type_version = ?, document = ?",
            version,
            type.version(),
            document(value))
        .add(OF_ID, type.name(), Utf8.id(id))
        .update(connection);
  }

  @Override
  void delete(Connection connection, String id) throws SQLException {
    Sql.of("DELETE FROM " + TABLE).add(OF_ID, type.name(), Utf8.id(id)).update(connection);
  }

  @Override
  boolean isWrittenByOthers() {
    return false;
  }

  @Override
  Sql outdated() {
    return Sql.of(
        "SELECT id FROM " + TABLE + " WHERE type = ? AND type_version <> ?",
        type.name(),
        type.version());
  }

  @Override
  Sql select(String id) {
    return Sql.of("SELECT " + columns() + " FROM " + TABLE + " r")
        .add(OF_ID, type.name(), Utf8.id(id));
  }

  @Override
  Sql isThere(String id) {
    return Sql.of(
        "EXISTS (SELECT 1 FROM " + TABLE + " r WHERE r.type = ? AND r.id = " + id + ")",
        type.name());
  }

  private String document(A value) {
    return type.write(value).toCompactText();
  }
}
