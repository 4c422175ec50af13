package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.LogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes and removes facts. */
final class Rewriting<F> {

  private final FactType<F> type;
  private final FactTable<F> rows;
  private final LogQuery<F> query;
  private final Function<? super F, Optional<F>> change;

  Rewriting(
      FactType<F> type,
      FactTable<F> rows,
      LogQuery<F> query,
      Function<? super F, Optional<F>> change) {
    this.type = type;
    this.rows = rows;
    this.query = query;
    this.change = change;
  }

  /** Rewrites facts as they are now: another unit may have changed them since the query found them. Counts. */
  long rewrite(Connection connection, List<F> found) throws SQLException {
    Map<String, F> present =
        rows.findToChange(connection, found.stream().map(rows::id).toList());
    List<byte[]> removed = new ArrayList<>();
    List<F> changed = new ArrayList<>();
    for (F fact : found) {
      @Nullable F now = present.get(type.idText(fact));
      if (now != null && isAskedFor(now)) {
        rewrite(now, removed, changed);
      }
    }
    rows.delete(connection, removed);
    rows.update(connection, changed);
    return (long) removed.size() + changed.size();
  }

  private void rewrite(F fact, List<byte[]> removed, List<F> changed) {
    Optional<F> other = change.apply(fact);
    if (other.isEmpty()) {
      removed.add(rows.id(fact));
      return;
    }
    requireSameId(fact, other.get());
    if (!other.get().equals(fact)) {
      changed.add(other.get());
    }
  }

  private boolean isAskedFor(F fact) {
    return query.criterion().matches(fact) && query.covers(type.time(fact));
  }

  private void requireSameId(F fact, F other) {
    if (!type.idText(other).equals(type.idText(fact))) {
      throw new IllegalArgumentException("a rewritten " + type.name()
          + " has another id, it must keep its own. Maybe the change mixed up two facts?");
    }
  }
}
