package io.headlesscrm.examples.erp.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows to be inserted.
 *
 * @param table where to
 * @param columns the first two are the primary key: type and id
 * @param values of the columns, row by row
 */
record Rows(String table, List<String> columns, List<List<Object>> values) {

  /** Without VALUES: the PostgreSQL driver may put those together and then not tell which row was inserted. */
  String insert() {
    return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
        + Sql.parameters(columns.size());
  }

  String unlessThere() {
    return " WHERE NOT EXISTS (SELECT 1 FROM " + table + " WHERE " + columns.get(0) + " = ? AND "
        + columns.get(1) + " = ?)";
  }

  List<Object> valuesAndId(int row) {
    List<Object> all = new ArrayList<>(values.get(row));
    all.addAll(values.get(row).subList(0, 2));
    return all;
  }
}
