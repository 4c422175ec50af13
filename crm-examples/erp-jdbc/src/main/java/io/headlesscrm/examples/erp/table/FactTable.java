package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.KeyType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one type of facts and what they are found by. */
final class FactTable<F> {

  /** What {@link #read} reads, of the table of rows, which a query calls r. */
  static final String COLUMNS = "r.document";

  private static final String TABLE = Tables.FACTS.rows();
  private static final List<String> KEY = List.of("type", "id");
  private static final List<String> ALL_COLUMNS =
      List.of("type", "id", "happened_at", "type_version", "document");

  private final FactType<F> type;
  private final Dialect dialect;
  private final EntryTable entries;

  FactTable(FactType<F> type, Dialect dialect) {
    this.type = type;
    this.dialect = dialect;
    this.entries = new EntryTable(type, Tables.FACTS);
  }

  byte[] id(F fact) {
    return Utf8.id(idText(fact));
  }

  String idText(F fact) {
    return type.idText(fact);
  }

  /** Reads {@link #COLUMNS} from a column on. */
  F read(ResultSet row, int column) throws SQLException {
    return type.read(JsonDocument.parse(row.getString(column)));
  }

  /** Stores the facts whose ids are not there; says for each whether it was stored. */
  boolean[] insertAbsent(Connection connection, List<F> facts) throws SQLException {
    List<List<Object>> values = facts.stream().map(this::row).toList();
    int[] counts = dialect.insertAbsent(connection, new Rows(TABLE, KEY, ALL_COLUMNS, values));
    boolean[] inserted = new boolean[facts.size()];
    for (int i = 0; i < inserted.length; i++) {
      inserted[i] = counts[i] == 1;
    }
    return inserted;
  }

  void insertEntries(Connection connection, List<F> facts) throws SQLException {
    entries.insert(connection, facts.stream().map(this::owned).toList());
  }

  /** The facts with these ids, by id. */
  Map<String, F> find(Connection connection, List<byte[]> ids) throws SQLException {
    return find(connection, select(ids));
  }

  /** Waits for units that have written the facts; then no other unit writes them before this one ends. */
  Map<String, F> findToChange(Connection connection, List<byte[]> ids) throws SQLException {
    return ids.isEmpty() ? Map.of() : find(connection, select(ids).add(" FOR UPDATE"));
  }

  void delete(Connection connection, List<byte[]> ids) throws SQLException {
    Sql.batch(
        connection,
        "DELETE FROM " + TABLE + " WHERE type = ? AND id = ?",
        ids.stream().map(id -> List.<Object>of(type.name(), id)).toList());
    entries.delete(connection, ids);
  }

  void update(Connection connection, List<F> facts) throws SQLException {
    Sql.batch(
        connection,
        "UPDATE " + TABLE
            + " SET happened_at = ?, type_version = ?, document = ? WHERE type = ? AND id = ?",
        facts.stream()
            .map(fact ->
                List.<Object>of(at(fact), type.version(), document(fact), type.name(), id(fact)))
            .toList());
    entries.delete(connection, facts.stream().map(this::id).toList());
    insertEntries(connection, facts);
  }

  /** The facts that an earlier version of the type has written. */
  Sql outdated() {
    return Sql.of(
        "SELECT " + COLUMNS + " FROM " + TABLE + " r WHERE r.type = ? AND r.type_version <> ?",
        type.name(),
        type.version());
  }

  private Sql select(List<byte[]> ids) {
    List<Sql> rows = ids.stream().map(id -> Sql.of("(?, ?)", type.name(), id)).toList();
    return Sql.of("SELECT r.id, " + COLUMNS + " FROM " + TABLE + " r WHERE (r.type, r.id) IN (")
        .addJoined(rows, ", ", "")
        .add(")");
  }

  private Map<String, F> find(Connection connection, Sql select) throws SQLException {
    Map<String, F> facts = new HashMap<>();
    try (PreparedStatement statement = select.prepared(connection);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        facts.put(Utf8.text(row.getBytes(1)), read(row, 2));
      }
    }
    return facts;
  }

  private List<Object> row(F fact) {
    return List.of(type.name(), id(fact), at(fact), type.version(), document(fact));
  }

  private EntryTable.Owned owned(F fact) {
    return new EntryTable.Owned(List.of(at(fact), id(fact)), Entries.ofFact(type, fact));
  }

  private byte[] at(F fact) {
    return Utf8.key(KeyType.INSTANT.encode(type.time(fact)));
  }

  private String document(F fact) {
    return type.write(fact).toCompactText();
  }
}
