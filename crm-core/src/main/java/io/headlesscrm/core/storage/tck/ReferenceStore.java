package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records in a sorted map. */
record ReferenceStore<I, A>(RecordType<I, A> type, ReferenceStorage storage)
    implements Store<I, A> {

  @Override
  public Optional<Versioned<A>> find(I id) {
    return Optional.ofNullable(rows().get(type.text(id)));
  }

  @Override
  public Slice<Versioned<A>> list(Query<A> query, Page page) {
    Comparator<Cursor> order =
        query.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    NavigableMap<Cursor, Versioned<A>> matching = new TreeMap<>(order);
    rows().forEach((id, row) -> {
      if (query.criterion().matches(row.value())) {
        matching.put(query.cursor(row.value(), id), row);
      }
    });
    return page(matching, page);
  }

  @Override
  public WriteOutcome<A> insert(A value) {
    String id = type.idText(value);
    return rows().containsKey(id) ? new WriteOutcome.Refused<>(Refusal.EXISTS) : put(id, value, 1);
  }

  @Override
  public WriteOutcome<A> update(A value, long expectedVersion) {
    String id = type.idText(value);
    @Nullable Versioned<A> row = rows().get(id);
    return row == null || row.version() != expectedVersion
        ? refused(row)
        : put(id, value, expectedVersion + 1);
  }

  @Override
  public WriteOutcome<A> delete(I id, long expectedVersion) {
    @Nullable Versioned<A> row = rows().get(type.text(id));
    if (row == null || row.version() != expectedVersion) {
      return refused(row);
    }
    rows().remove(type.text(id));
    return new WriteOutcome.Done<>(row);
  }

  static <T> Slice<T> page(NavigableMap<Cursor, T> all, Page page) {
    @Nullable Cursor after = page.after();
    NavigableMap<Cursor, T> rest = after == null ? all : all.tailMap(after, false);
    List<Cursor> shown = rest.keySet().stream().limit(page.limit()).toList();
    return new Slice<>(
        shown.stream().map(all::get).toList(),
        shown.size() < rest.size() ? shown.get(shown.size() - 1) : null);
  }

  private SortedMap<String, Versioned<A>> rows() {
    return storage.rows(type);
  }

  private WriteOutcome<A> put(String id, A value, long version) {
    Versioned<A> row = new Versioned<>(value, version);
    rows().put(id, row);
    return new WriteOutcome.Done<>(row);
  }

  private static <A> WriteOutcome<A> refused(@Nullable Versioned<A> row) {
    return new WriteOutcome.Refused<>(row == null ? Refusal.ABSENT : Refusal.STALE);
  }
}
