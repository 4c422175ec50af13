package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import io.headlesscrm.examples.erp.unit.JdbcUnits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Records in tables. */
final class JdbcStore<I, A> implements Store<I, A> {

  private final RecordType<I, A> type;
  private final JdbcUnits units;
  private final RecordTable<A> rows;
  private final EntryTable entries;
  private final Search search;

  JdbcStore(RecordType<I, A> type, JdbcUnits units, Dialect dialect) {
    this.type = type;
    this.units = units;
    this.rows = new RecordTable<>(type, dialect);
    this.entries = new EntryTable(type, Tables.RECORDS);
    this.search = new Search(type.name(), Tables.RECORDS, RecordTable.COLUMNS);
  }

  @Override
  public Optional<Versioned<A>> find(I id) {
    return units.read(
        connection -> rows.find(connection, Utf8.id(type.text(id))).map(StoredRecord::versioned));
  }

  @Override
  public Slice<Versioned<A>> list(Query<A> query, Page page) {
    return units.read(connection -> {
      type.requireDeclared(query.criterion());
      if (query.order() != null) {
        type.requireDeclared(query.order());
      }
      return paging(query).slice(connection, search.records(query, page.after()), page.limit());
    });
  }

  @Override
  public WriteOutcome<A> insert(A value) {
    return units.write(connection -> {
      byte[] id = Utf8.id(type.idText(value));
      Entries found = Entries.ofRecord(type, value);
      if (!rows.insert(connection, id, value)) {
        return new WriteOutcome.Refused<>(Refusal.EXISTS);
      }
      entries.insert(connection, List.of(new EntryTable.Owned(List.of(id), found)));
      return new WriteOutcome.Done<>(new Versioned<>(value, 1));
    });
  }

  @Override
  public WriteOutcome<A> update(A value, long expectedVersion) {
    return units.write(connection -> {
      byte[] id = Utf8.id(type.idText(value));
      Optional<StoredRecord<A>> stored = rows.findToChange(connection, id);
      if (!isExpected(stored, expectedVersion)) {
        return refused(stored);
      }
      change(connection, id, stored.get(), new Versioned<>(value, expectedVersion + 1));
      return new WriteOutcome.Done<>(new Versioned<>(value, expectedVersion + 1));
    });
  }

  @Override
  public WriteOutcome<A> delete(I id, long expectedVersion) {
    return units.write(connection -> {
      byte[] bytes = Utf8.id(type.text(id));
      Optional<StoredRecord<A>> stored = rows.findToChange(connection, bytes);
      if (!isExpected(stored, expectedVersion)) {
        return refused(stored);
      }
      rows.delete(connection, bytes);
      entries.delete(connection, List.of(bytes));
      return new WriteOutcome.Done<>(stored.get().versioned());
    });
  }

  private Paging<Versioned<A>> paging(Query<A> query) {
    return new Paging<>(
        query.order() == null ? 1 : 2, (row, column) -> rows.read(row, column).versioned());
  }

  private void change(Connection connection, byte[] id, StoredRecord<A> before, Versioned<A> after)
      throws SQLException {
    rows.update(connection, id, after.value(), after.version());
    Entries added = Entries.ofRecord(type, after.value());
    if (before.typeVersion() == type.version()) {
      entries.change(connection, id, Entries.ofRecord(type, before.versioned().value()), added);
    } else {
      // what an earlier version of the type was found by is not known
      entries.delete(connection, List.of(id));
      entries.insert(connection, List.of(new EntryTable.Owned(List.of(id), added)));
    }
  }

  private boolean isExpected(Optional<StoredRecord<A>> stored, long expectedVersion) {
    return stored.isPresent() && stored.get().versioned().version() == expectedVersion;
  }

  private WriteOutcome<A> refused(Optional<StoredRecord<A>> stored) {
    return new WriteOutcome.Refused<>(stored.isEmpty() ? Refusal.ABSENT : Refusal.STALE);
  }
}
