package io.headlesscrm.examples.erp.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement, or a part of one, in the making: its text and the values of its parameters in their order. */
final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> values = new ArrayList<>();

  static Sql of(String part, @Nullable Object... itsValues) {
    return new Sql().add(part, itsValues);
  }

  /** So many parameters, with commas between them. */
  static String parameters(int number) {
    return String.join(", ", Collections.nCopies(number, "?"));
  }

  Sql add(String part, @Nullable Object... itsValues) {
    text.append(part);
    Collections.addAll(values, itsValues);
    return this;
  }

  Sql add(Sql part) {
    text.append(part.text);
    values.addAll(part.values);
    return this;
  }

  /** Adds parts with a text between them; the empty list adds another one. */
  Sql addJoined(List<Sql> parts, String between, String none) {
    if (parts.isEmpty()) {
      return add(none);
    }
    for (int i = 0; i < parts.size(); i++) {
      add(i == 0 ? "" : between).add(parts.get(i));
    }
    return this;
  }

  PreparedStatement prepared(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    bind(statement, values);
    return statement;
  }

  int update(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
      return statement.executeUpdate();
    }
  }

  /** Runs a statement once for each list of values. */
  static void batch(Connection connection, String sql, List<List<Object>> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<Object> row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static void bind(PreparedStatement statement, List<? extends @Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
