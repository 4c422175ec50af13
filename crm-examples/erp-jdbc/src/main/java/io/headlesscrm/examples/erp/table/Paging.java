package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Slice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a listing.
 *
 * @param <T> what is listed
 * @param placeColumns how many columns at the begin of a row are its place: the id, or what comes before it and the id
 * @param reader reads the rest of a row
 */
record Paging<T>(int placeColumns, RowReader<T> reader) {

  Slice<T> slice(Connection connection, Sql listing, int limit) throws SQLException {
    Sql select = listing.add(" FETCH FIRST ? ROWS ONLY", limit + 1L);
    List<T> items = new ArrayList<>();
    @Nullable Cursor last = null;
    try (PreparedStatement statement = select.prepared(connection);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        if (items.size() == limit) {
          return new Slice<>(items, last);
        }
        items.add(reader.read(row, placeColumns + 1));
        last = place(row);
      }
    }
    return new Slice<>(items, null);
  }

  private Cursor place(ResultSet row) throws SQLException {
    String key = placeColumns == 1 ? "" : Utf8.text(row.getBytes(1));
    return new Cursor(key, Utf8.text(row.getBytes(placeColumns)));
  }

  /**
   * Reads a part of a row.
   *
   * @param <T> what it reads
   */
  @FunctionalInterface
  interface RowReader<T> {

    T read(ResultSet row, int firstColumn) throws SQLException;
  }
}
