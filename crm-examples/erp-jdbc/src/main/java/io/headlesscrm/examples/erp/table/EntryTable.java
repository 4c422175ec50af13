package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.StoredType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keeps the rows by which the values of one type are found. */
final class EntryTable {

  private static final String OF_ID = " WHERE type = ? AND id = ?";

  private final String type;
  private final Tables tables;
  private final boolean hasTexts;

  EntryTable(StoredType<?> type, Tables tables) {
    this.type = type.name();
    this.tables = tables;
    this.hasTexts = !type.textIndexes().isEmpty();
  }

  void insert(Connection connection, List<Owned> all) throws SQLException {
    insertKeys(
        connection,
        all.stream().flatMap(owned -> rows(owned, owned.entries().keys())).toList());
    insertTexts(
        connection,
        all.stream().flatMap(owned -> rows(owned, owned.entries().texts())).toList());
  }

  /** Removes all rows of values. */
  void delete(Connection connection, List<byte[]> ids) throws SQLException {
    List<List<Object>> owners =
        ids.stream().map(id -> List.<Object>of(type, id)).toList();
    Sql.batch(connection, "DELETE FROM " + tables.keys() + OF_ID, owners);
    if (hasTexts) {
      Sql.batch(connection, "DELETE FROM " + tables.texts() + OF_ID, owners);
    }
  }

  /** Removes the rows of values that are not there any more. */
  void deleteOrphans(Connection connection, RecordTable<?> rows) throws SQLException {
    for (String table : List.of(tables.keys(), tables.texts())) {
      Sql.of("DELETE FROM " + table + " WHERE type = ? AND NOT ", type)
          .add(rows.isThere(table + ".id"))
          .update(connection);
    }
  }

  /** Writes what is different only: most updates change no key. */
  void change(Connection connection, byte[] id, Entries before, Entries after) throws SQLException {
    deleteKeys(connection, id, without(before.keys(), after.keys()));
    deleteTexts(connection, id, without(before.texts(), after.texts()));
    Entries added =
        new Entries(without(after.keys(), before.keys()), without(after.texts(), before.texts()));
    insert(connection, List.of(new Owned(List.of(id), added)));
  }

  private void insertKeys(Connection connection, List<List<Object>> rows) throws SQLException {
    Sql.batch(connection, insertion(tables.keys(), "index_key"), rows);
  }

  private void insertTexts(Connection connection, List<List<Object>> rows) throws SQLException {
    Sql.batch(connection, insertion(tables.texts(), "normal_form"), rows);
  }

  private void deleteKeys(Connection connection, byte[] id, List<Entries.Key> keys)
      throws SQLException {
    Sql.batch(
        connection,
        "DELETE FROM " + tables.keys() + OF_ID + " AND index_name = ? AND index_key = ?",
        keys.stream().map(key -> List.of(type, id, key.index(), key.stored())).toList());
  }

  private void deleteTexts(Connection connection, byte[] id, List<Entries.Text> texts)
      throws SQLException {
    Sql.batch(
        connection,
        "DELETE FROM " + tables.texts() + OF_ID + " AND index_name = ?",
        texts.stream().map(text -> List.<Object>of(type, id, text.index())).toList());
  }

  private String insertion(String table, String column) {
    List<String> columns = new ArrayList<>(List.of("type", "index_name", column));
    columns.addAll(tables.place());
    return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
        + Sql.parameters(columns.size()) + ")";
  }

  private Stream<List<Object>> rows(Owned owned, List<? extends Entries.Entry> entries) {
    return entries.stream()
        .map(entry -> Stream.concat(
                Stream.of(type, entry.index(), entry.stored()), owned.place().stream())
            .toList());
  }

  private static <E> List<E> without(List<E> all, List<E> others) {
    return all.stream().filter(entry -> !others.contains(entry)).toList();
  }

  /**
   * The entries of a value.
   *
   * @param place the values of the columns that order a list
   * @param entries what it is found by
   */
  record Owned(List<Object> place, Entries entries) {}
}
