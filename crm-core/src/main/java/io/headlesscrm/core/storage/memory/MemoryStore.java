package io.headlesscrm.core.storage.memory;

import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records in a table. */
final class MemoryStore<I, A> implements Store<I, A> {

  private final RecordType<I, A> type;
  private final Table<A> table;
  private final MemoryUnit unit;

  MemoryStore(RecordType<I, A> type, Table<A> table) {
    this.type = type;
    this.table = table;
    this.unit = table.unit();
  }

  @Override
  public Optional<Versioned<A>> find(I id) {
    return unit.read(() -> Optional.ofNullable(table.row(type.text(id))).map(MemoryStore::stored));
  }

  @Override
  public Slice<Versioned<A>> list(Query<A> query, Page page) {
    return unit.read(() -> {
      List<Row<A>> rows = rows(query, page).toList();
      boolean more = rows.size() > page.limit();
      List<Row<A>> shown = more ? rows.subList(0, page.limit()) : rows;
      return new Slice<>(
          shown.stream().map(MemoryStore::stored).toList(),
          more ? place(query, shown.get(shown.size() - 1)) : null);
    });
  }

  @Override
  public WriteOutcome<A> insert(A value) {
    return unit.write(() -> {
      String id = type.idText(value);
      if (table.row(id) != null) {
        return new WriteOutcome.Refused<>(Refusal.EXISTS);
      }
      Row<A> row = Row.of(Position.ofRecord(id), value);
      table.insert(row);
      return new WriteOutcome.Done<>(stored(row));
    });
  }

  @Override
  public WriteOutcome<A> update(A value, long expectedVersion) {
    return unit.write(() -> {
      @Nullable Row<A> row = table.row(type.idText(value));
      if (row == null || row.version() != expectedVersion) {
        return refused(row);
      }
      table.change(row, value, expectedVersion + 1);
      return new WriteOutcome.Done<>(stored(row));
    });
  }

  @Override
  public WriteOutcome<A> delete(I id, long expectedVersion) {
    return unit.write(() -> {
      @Nullable Row<A> row = table.row(type.text(id));
      if (row == null || row.version() != expectedVersion) {
        return refused(row);
      }
      table.remove(row);
      return new WriteOutcome.Done<>(stored(row));
    });
  }

  private Stream<Row<A>> rows(Query<A> query, Page page) {
    type.requireDeclared(query.criterion());
    Selection<A> selection = new Selection<>(table, query.criterion(), page.limit() + 1L);
    @Nullable Cursor after = page.after();
    if (query.order() != null) {
      type.requireDeclared(query.order());
      return selection.byKey(query, query.order(), after);
    }
    Bounds bounds = after == null
        ? Bounds.NONE
        : Bounds.NONE.behind(Position.ofRecord(after.id()), query.descending());
    return selection.byPosition(bounds, query.descending());
  }

  private static <A> Cursor place(Query<A> query, Row<A> row) {
    return query.cursor(row.value(), row.id());
  }

  private static <A> WriteOutcome<A> refused(@Nullable Row<A> row) {
    return new WriteOutcome.Refused<>(row == null ? Refusal.ABSENT : Refusal.STALE);
  }

  private static <A> Versioned<A> stored(Row<A> row) {
    return new Versioned<>(row.value(), row.version());
  }
}
