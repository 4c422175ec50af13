package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Versioned;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records in a table of the host. */
final class HostRecordTable<A> extends RecordTable<A> {

  private static final List<String> OF_THE_LIBRARY =
      List.of("crm_document", "crm_type_version", "crm_indexed_version");

  private final RecordType<?, A> type;
  private final HostTable<A> table;
  private final Dialect dialect;
  private final String ofId;

  HostRecordTable(RecordType<?, A> type, HostTable<A> table, Dialect dialect) {
    this.type = type;
    this.table = table;
    this.dialect = dialect;
    this.ofId = " WHERE " + table.idColumn() + " = ?";
  }

  /** Sorts the bytes of the ids, as no two databases sort texts alike. */
  @Override
  public Listing all() {
    return new Listing()
        .from(Sql.of(table.name() + " r"))
        .by(List.of(dialect.bytes("r." + table.idColumn())));
  }

  /** What was found by entries of a record that the host has deleted is no row. */
  @Override
  public Listing joined(Listing listing, String alias) {
    String id = "r." + table.idColumn();
    return listing
        .from(Sql.of(
            " LEFT JOIN " + table.name() + " r ON " + id + " = " + dialect.text(alias + ".id")))
        .where(Sql.of(id + " IS NOT NULL"));
  }

  @Override
  String columns() {
    return Stream.of(
            Stream.of(table.versionColumn(), table.idColumn()),
            OF_THE_LIBRARY.stream(),
            table.columns().stream())
        .flatMap(columns -> columns)
        .map(column -> "r." + column)
        .collect(Collectors.joining(", "));
  }

  @Override
  StoredRecord<A> read(ResultSet row, int column) throws SQLException {
    long version = row.getLong(column);
    Optional<JsonDocument> rest =
        Optional.ofNullable(row.getString(column + 2)).map(JsonDocument::parse);
    boolean isIndexed =
        row.getInt(column + 3) == type.version() && row.getLong(column + 4) == version;
    return new StoredRecord<>(new Versioned<>(table.read(row, rest), version), isIndexed);
  }

  @Override
  boolean insert(Connection connection, String id, A value) throws SQLException {
    List<String> columns = new ArrayList<>(List.of(table.idColumn(), table.versionColumn()));
    columns.addAll(OF_THE_LIBRARY);
    columns.addAll(table.columns());
    List<@Nullable Object> row = new ArrayList<>(List.of(id, 1L));
    row.addAll(ofTheLibrary(value, 1));
    row.addAll(table.values(value));
    Rows rows = new Rows(table.name(), List.of(table.idColumn()), columns, List.of(row));
    return dialect.insertAbsent(connection, rows)[0] == 1;
  }

  @Override
  void update(Connection connection, String id, A value, long version) throws SQLException {
    List<String> columns = new ArrayList<>(List.of(table.versionColumn()));
    columns.addAll(OF_THE_LIBRARY);
    columns.addAll(table.columns());
    List<@Nullable Object> values = new ArrayList<>(List.of(version));
    values.addAll(ofTheLibrary(value, version));
    values.addAll(table.values(value));
    Sql.of("UPDATE " + table.name() + " SET ")
        .add(String.join(" = ?, ", columns) + " = ?", values.toArray())
        .add(ofId, id)
        .update(connection);
  }

  @Override
  void delete(Connection connection, String id) throws SQLException {
    Sql.of("DELETE FROM " + table.name()).add(ofId, id).update(connection);
  }

  @Override
  boolean isWrittenByOthers() {
    return true;
  }

  @Override
  Sql outdated() {
    return Sql.of("SELECT " + dialect.bytes(table.idColumn()) + " FROM " + table.name())
        .add(" WHERE crm_type_version IS DISTINCT FROM ?", type.version())
        .add(" OR crm_indexed_version IS DISTINCT FROM " + table.versionColumn());
  }

  @Override
  Sql select(String id) {
    return Sql.of("SELECT " + columns() + " FROM " + table.name() + " r").add(ofId, id);
  }

  @Override
  Sql isThere(String id) {
    return Sql.of("EXISTS (SELECT 1 FROM " + table.name() + " r WHERE r." + table.idColumn() + " = "
        + dialect.text(id) + ")");
  }

  private List<Object> ofTheLibrary(A value, long version) {
    return List.of(table.rest(value).toCompactText(), type.version(), version);
  }
}
