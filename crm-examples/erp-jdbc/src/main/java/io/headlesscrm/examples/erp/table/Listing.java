package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query that lists rows by their place, in the making. */
final class Listing {

  private final Sql from = new Sql();
  private final List<Sql> conditions = new ArrayList<>();
  private List<String> equalInAll = List.of();
  private List<String> place = List.of();

  Listing from(Sql source) {
    from.add(source);
    return this;
  }

  Listing where(Sql condition) {
    conditions.add(condition);
    return this;
  }

  Listing where(List<Sql> all) {
    conditions.addAll(all);
    return this;
  }

  /**
   * Says that columns are equal in all rows and followed by the place in an index. H2 reads along that index only when
   * the order names them.
   */
  Listing alongIndex(String... columns) {
    equalInAll = List.of(columns);
    return this;
  }

  Listing by(List<String> columns) {
    place = columns;
    return this;
  }

  List<String> place() {
    return place;
  }

  String id() {
    return place.get(place.size() - 1);
  }

  /** Shows the columns of the place and others, behind a place of the list. */
  Sql shown(String others, boolean descending, @Nullable Cursor after) {
    if (after != null) {
      where(behind(descending, after));
    }
    return Sql.of("SELECT " + named(place) + ", " + others + " FROM ")
        .add(from)
        .add(" WHERE ")
        .addJoined(conditions, " AND ", "1 = 1")
        .add(" ORDER BY " + order(descending));
  }

  private Sql behind(boolean descending, Cursor after) {
    String comparison = descending ? " < " : " > ";
    byte[] id = Utf8.sought(after.id());
    return place.size() == 1
        ? Sql.of(place.get(0) + comparison + "?", id)
        : Sql.of(
            "(" + String.join(", ", place) + ")" + comparison + "(?, ?)",
            Utf8.sought(after.key()),
            id);
  }

  /** Under names of their own: a table of the host may have a column id. */
  private static String named(List<String> place) {
    return IntStream.range(0, place.size())
        .mapToObj(i -> place.get(i) + " AS crm_place_" + i)
        .collect(Collectors.joining(", "));
  }

  private String order(boolean descending) {
    String direction = descending ? " DESC" : "";
    return Stream.concat(equalInAll.stream(), place.stream())
        .map(column -> column + direction)
        .collect(Collectors.joining(", "));
  }
}
