package io.headlesscrm.examples.erp.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be inserted.
 *
 * @param table where to
 * @param key the columns of the id, the first of all columns
 * @param columns all columns that are written
 * @param values of the columns, row by row
 */
record Rows(
    String table,
    List<String> key,
    List<String> columns,
    List<? extends List<@Nullable Object>> values) {

  /** Without VALUES: the PostgreSQL driver may put those together and then not tell which row was inserted. */
  String insert() {
    return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
        + Sql.parameters(columns.size());
  }

  String unlessThere() {
    return " WHERE NOT EXISTS (SELECT 1 FROM " + table + " WHERE " + String.join(" = ? AND ", key)
        + " = ?)";
  }

  List<@Nullable Object> valuesAndKey(int row) {
    List<@Nullable Object> all = new ArrayList<>(values.get(row));
    all.addAll(values.get(row).subList(0, key.size()));
    return all;
  }
}
