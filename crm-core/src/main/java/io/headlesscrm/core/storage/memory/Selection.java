package io.headlesscrm.core.storage.memory;

import com.google.common.collect.Streams;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.Query;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows in an order: along the order until enough match, or by collecting the few that an index names and sorting
 * them, whichever looks at fewer rows.
 */
final class Selection<T> {

  private final Table<T> table;
  private final Criterion<T> criterion;
  private final @Nullable Candidates<T> candidates;
  private final long limit;

  Selection(Table<T> table, Criterion<T> criterion, long limit) {
    this.table = table;
    this.criterion = criterion;
    this.candidates = table.candidates(criterion);
    this.limit = limit;
  }

  /** By position, within bounds. */
  Stream<Row<T>> byPosition(Bounds bounds, boolean descending) {
    if (candidates != null && candidates.lists().size() == 1) {
      return matching(candidates.lists().get(0), bounds, descending).limit(limit);
    }
    if (candidates == null || isScanShorter(candidates)) {
      return matching(table.all(), bounds, descending).limit(limit);
    }
    Comparator<Row<T>> order = Position::compareTo;
    return candidates.lists().stream()
        .flatMap(list -> matching(list, bounds, descending))
        .distinct()
        .sorted(descending ? order.reversed() : order)
        .limit(limit);
  }

  /** By the key of an index, behind a place. */
  Stream<Row<T>> byKey(Query<T> query, Index<T, ?> order, @Nullable Cursor after) {
    if (candidates == null || isScanShorter(candidates)) {
      return along(table.index(order), query.descending(), after).limit(limit);
    }
    Comparator<Cursor> direction =
        query.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return candidates.lists().stream()
        .flatMap(list -> matching(list, Bounds.NONE, false))
        .distinct()
        .map(row -> new Placed<>(query.cursor(row.value(), row.id()), row))
        .filter(placed -> after == null || direction.compare(placed.place, after) > 0)
        .sorted(Comparator.comparing(Placed::place, direction))
        .limit(limit)
        .map(Placed::row);
  }

  private Stream<Row<T>> along(KeyIndex<T, ?> index, boolean descending, @Nullable Cursor after) {
    if (after == null) {
      return index.lists(descending).flatMap(list -> matching(list, Bounds.NONE, descending));
    }
    Bounds rest = Bounds.NONE.behind(Position.ofRecord(after.id()), descending);
    return Stream.concat(
        matching(index.list(after.key()), rest, descending),
        index
            .listsBehind(after.key(), descending)
            .flatMap(list -> matching(list, Bounds.NONE, descending)));
  }

  private Stream<Row<T>> matching(SortedRows<T> list, Bounds bounds, boolean descending) {
    return Streams.stream(list.iterator(bounds, descending))
        .filter(row -> criterion.matches(row.value()));
  }

  /** A scan meets a match every total / rows rows and needs limit of them. */
  private boolean isScanShorter(Candidates<T> found) {
    return (double) found.rows() * found.rows() > (double) limit * table.size();
  }

  private record Placed<T>(Cursor place, Row<T> row) {}
}
