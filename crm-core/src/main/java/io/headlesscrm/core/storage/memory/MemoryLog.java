package io.headlesscrm.core.storage.memory;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts in a table. */
final class MemoryLog<F> implements Log<F> {

  private final FactType<F> type;
  private final Table<F> table;
  private final MemoryUnit unit;

  MemoryLog(FactType<F> type, Table<F> table) {
    this.type = type;
    this.table = table;
    this.unit = table.unit();
  }

  @Override
  public List<AppendOutcome> append(List<F> facts) {
    return unit.write(() -> {
      List<AppendOutcome> outcomes = new ArrayList<>(facts.size());
      facts.forEach(fact -> outcomes.add(append(fact)));
      return outcomes;
    });
  }

  @Override
  public Slice<F> list(LogQuery<F> query, Page page) {
    return unit.read(() -> {
      List<Row<F>> rows = rows(query, page.after(), page.limit() + 1L).toList();
      boolean more = rows.size() > page.limit();
      List<Row<F>> shown = more ? rows.subList(0, page.limit()) : rows;
      return new Slice<>(
          values(shown.stream()), more ? place(query, shown.get(shown.size() - 1)) : null);
    });
  }

  /** Reads all references first, so that the consumer runs without a lock and may write to this log. */
  @Override
  public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
    requireNonNull(consumer, "consumer");
    List<F> facts = unit.read(() -> values(rows(query, null, Long.MAX_VALUE)));
    unit.call(() -> facts.forEach(consumer));
  }

  @Override
  public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
    return unit.write(() -> {
      long changed = 0;
      for (Row<F> row : rows(query, null, Long.MAX_VALUE).toList()) {
        changed += rewrite(row, change.apply(row.value())) ? 1 : 0;
      }
      return changed;
    });
  }

  private AppendOutcome append(F fact) {
    String id = type.idText(fact);
    @Nullable Row<F> present = table.row(id);
    if (present != null) {
      return present.value().equals(fact) ? AppendOutcome.DUPLICATE : AppendOutcome.CONFLICT;
    }
    table.insert(Row.of(new Position(type.time(fact), id), fact));
    return AppendOutcome.APPENDED;
  }

  private boolean rewrite(Row<F> row, Optional<F> changed) {
    if (changed.isEmpty()) {
      table.remove(row);
      return true;
    }
    F fact = changed.get();
    requireSameId(row, fact);
    if (fact.equals(row.value())) {
      return false;
    }
    if (type.time(fact).equals(row.time())) {
      table.change(row, fact, 1);
    } else {
      table.remove(row);
      table.insert(Row.of(new Position(type.time(fact), row.id()), fact));
    }
    return true;
  }

  private void requireSameId(Row<F> row, F fact) {
    if (!type.idText(fact).equals(row.id())) {
      throw new IllegalArgumentException("a rewritten " + type.name()
          + " has another id, it must keep its own. Maybe the change mixed up two facts?");
    }
  }

  private Stream<Row<F>> rows(LogQuery<F> query, @Nullable Cursor after, long limit) {
    type.requireDeclared(query.criterion());
    return new Selection<>(table, query.criterion(), limit)
        .byPosition(bounds(query, after), query.newestFirst());
  }

  private static Bounds bounds(LogQuery<?> query, @Nullable Cursor after) {
    Bounds window = new Bounds(
        query.start() == null ? null : Position.justBefore(query.start()),
        query.end() == null ? null : Position.justBefore(query.end()));
    return after == null
        ? window
        : window.behind(
            new Position(KeyType.INSTANT.decode(after.key()), after.id()), query.newestFirst());
  }

  private static <F> Cursor place(LogQuery<F> query, Row<F> row) {
    return query.cursor(row.time(), row.id());
  }

  private static <F> List<F> values(Stream<Row<F>> rows) {
    return rows.map(row -> row.value()).toList();
  }
}
