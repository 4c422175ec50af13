package io.headlesscrm.examples.erp.table;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.examples.erp.unit.JdbcUnits;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Facts in tables. */
final class JdbcLog<F> implements Log<F> {

  /** How many facts are written with a few statements, and read at a time where the driver can read part by part. */
  private static final int PART = 500;

  private final FactType<F> type;
  private final JdbcUnits units;
  private final FactTable<F> rows;
  private final Search search;

  JdbcLog(FactType<F> type, JdbcUnits units, Dialect dialect) {
    this.type = type;
    this.units = units;
    this.rows = new FactTable<>(type, dialect);
    this.search = new Search(
        type.name(),
        Tables.FACTS,
        new RowSource.Typed(type.name(), Tables.FACTS),
        FactTable.COLUMNS);
  }

  @Override
  public List<AppendOutcome> append(List<F> facts) {
    return units.write(connection -> {
      List<AppendOutcome> outcomes = new ArrayList<>(facts.size());
      for (int start = 0; start < facts.size(); start += PART) {
        List<F> part = facts.subList(start, Math.min(start + PART, facts.size()));
        outcomes.addAll(Appending.append(rows, connection, part));
      }
      return outcomes;
    });
  }

  @Override
  public Slice<F> list(LogQuery<F> query, Page page) {
    return units.read(connection -> {
      type.requireDeclared(query.criterion());
      return new Paging<>(2, rows::read)
          .slice(connection, search.facts(query, page.after()), page.limit());
    });
  }

  @Override
  public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
    requireNonNull(consumer, "consumer");
    units.readInParts(connection -> {
      type.requireDeclared(query.criterion());
      read(connection, search.facts(query, null), 3, consumer::accept);
      return true;
    });
  }

  @Override
  public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
    return units.write(connection -> {
      type.requireDeclared(query.criterion());
      Rewriting<F> rewriting = new Rewriting<>(type, rows, query, change);
      Sql found = search.facts(query, null);
      return sumOfParts(connection, found, 3, part -> rewriting.rewrite(connection, part));
    });
  }

  /** Brings up to date what facts are found by; gives how many were not. */
  long reindex() {
    return units.write(connection -> sumOfParts(connection, rows.outdated(), 1, part -> {
      List<byte[]> ids = part.stream().map(rows::id).toList();
      List<F> present = List.copyOf(rows.findToChange(connection, ids).values());
      rows.update(connection, present);
      return present.size();
    }));
  }

  private long sumOfParts(Connection connection, Sql select, int column, PartWork<F> work)
      throws SQLException {
    long[] sum = {0};
    List<F> part = new ArrayList<>(PART);
    read(connection, select, column, fact -> {
      part.add(fact);
      if (part.size() == PART) {
        sum[0] += work.on(part);
        part.clear();
      }
    });
    return sum[0] + work.on(part);
  }

  private void read(Connection connection, Sql select, int column, FactConsumer<F> consumer)
      throws SQLException {
    try (PreparedStatement statement = select.prepared(connection)) {
      statement.setFetchSize(PART);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          consumer.accept(rows.read(row, column));
        }
      }
    }
  }

  /** Is given facts and may run statements. */
  private interface FactConsumer<F> {

    void accept(F fact) throws SQLException;
  }

  /** Is given so many facts, at last the rest, and counts something. */
  private interface PartWork<F> {

    long on(List<F> part) throws SQLException;
  }
}
