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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records in tables. */
final class JdbcStore<I, A> implements Store<I, A> {

  private final RecordType<I, A> type;
  private final JdbcUnits units;
  private final RecordTable<A> rows;
  private final EntryTable entries;
  private final Search search;

  JdbcStore(RecordType<I, A> type, JdbcUnits units, RecordTable<A> rows) {
    this.type = type;
    this.units = units;
    this.rows = rows;
    this.entries = new EntryTable(type, Tables.RECORDS);
    this.search = new Search(type.name(), Tables.RECORDS, rows, rows.columns());
  }

  @Override
  public Optional<Versioned<A>> find(I id) {
    return units.read(
        connection -> rows.find(connection, type.text(id)).map(StoredRecord::versioned));
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
      String id = type.idText(value);
      Entries found = Entries.ofRecord(type, value);
      if (!rows.insert(connection, id, value)) {
        return new WriteOutcome.Refused<>(Refusal.EXISTS);
      }
      if (rows.isWrittenByOthers()) {
        entries.delete(connection, List.of(Utf8.id(id)));
      }
      insert(connection, id, found);
      return new WriteOutcome.Done<>(new Versioned<>(value, 1));
    });
  }

  @Override
  public WriteOutcome<A> update(A value, long expectedVersion) {
    return units.write(connection -> {
      String id = type.idText(value);
      Optional<StoredRecord<A>> stored = rows.findToChange(connection, id);
      if (!isExpected(stored, expectedVersion)) {
        return refused(stored);
      }
      Versioned<A> after = new Versioned<>(value, expectedVersion + 1);
      change(connection, id, stored.get(), after);
      return new WriteOutcome.Done<>(after);
    });
  }

  @Override
  public WriteOutcome<A> delete(I id, long expectedVersion) {
    return units.write(connection -> {
      Optional<StoredRecord<A>> stored = rows.findToChange(connection, type.text(id));
      if (!isExpected(stored, expectedVersion)) {
        return refused(stored);
      }
      rows.delete(connection, type.text(id));
      entries.delete(connection, List.of(Utf8.id(type.text(id))));
      return new WriteOutcome.Done<>(stored.get().versioned());
    });
  }

  /** Brings up to date what records are found by; gives how many were not. */
  long reindex() {
    return units.write(connection -> {
      if (rows.isWrittenByOthers()) {
        entries.deleteOrphans(connection, rows);
      }
      long count = 0;
      for (String id : outdated(connection)) {
        Optional<StoredRecord<A>> stored = rows.findToChange(connection, id);
        if (stored.isPresent() && !stored.get().isIndexed()) {
          change(connection, id, stored.get(), stored.get().versioned());
          count++;
        }
      }
      return count;
    });
  }

  private List<String> outdated(Connection connection) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement statement = rows.outdated().prepared(connection);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.add(Utf8.text(row.getBytes(1)));
      }
    }
    return ids;
  }

  private Paging<Versioned<A>> paging(Query<A> query) {
    return new Paging<>(
        query.order() == null ? 1 : 2, (row, column) -> rows.read(row, column).versioned());
  }

  private void change(Connection connection, String id, StoredRecord<A> before, Versioned<A> after)
      throws SQLException {
    rows.update(connection, id, after.value(), after.version());
    Entries found = Entries.ofRecord(type, after.value());
    if (before.isIndexed()) {
      Entries foundBefore = Entries.ofRecord(type, before.versioned().value());
      entries.change(connection, Utf8.id(id), foundBefore, found);
    } else {
      entries.delete(connection, List.of(Utf8.id(id)));
      insert(connection, id, found);
    }
  }

  private void insert(Connection connection, String id, Entries found) throws SQLException {
    entries.insert(connection, List.of(new EntryTable.Owned(List.of(Utf8.id(id)), found)));
  }

  private boolean isExpected(Optional<StoredRecord<A>> stored, long expectedVersion) {
    return stored.isPresent() && stored.get().versioned().version() == expectedVersion;
  }

  private WriteOutcome<A> refused(Optional<StoredRecord<A>> stored) {
    return new WriteOutcome.Refused<>(stored.isEmpty() ? Refusal.ABSENT : Refusal.STALE);
  }
}
