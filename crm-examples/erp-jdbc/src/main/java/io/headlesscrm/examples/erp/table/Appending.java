package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.AppendOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Appends facts. The database says which ids are new, so that of two units one appends; a fact whose id was there is then
 * compared with the one that is.
 */
final class Appending<F> {

  /** Each fails only when another unit removes, by a merge or an erasure, the fact that was in the way. */
  private static final int ATTEMPTS = 3;

  private final FactTable<F> rows;
  private final Connection connection;
  private final List<F> facts;
  private final AppendOutcome[] outcomes;

  private Appending(FactTable<F> rows, Connection connection, List<F> facts) {
    this.rows = rows;
    this.connection = connection;
    this.facts = facts;
    this.outcomes = new AppendOutcome[facts.size()];
  }

  static <F> List<AppendOutcome> append(FactTable<F> rows, Connection connection, List<F> facts)
      throws SQLException {
    return new Appending<>(rows, connection, facts).outcomes();
  }

  private List<AppendOutcome> outcomes() throws SQLException {
    List<Integer> pending = IntStream.range(0, facts.size()).boxed().toList();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      pending = compared(inserted(pending));
      if (pending.isEmpty()) {
        return Arrays.asList(outcomes);
      }
    }
    throw new SQLTransactionRollbackException("ids come and go", Dialect.SERIALISATION_FAILURE);
  }

  /** Inserts facts; the rest is those whose ids were there. */
  private List<Integer> inserted(List<Integer> pending) throws SQLException {
    boolean[] isNew =
        rows.insertAbsent(connection, pending.stream().map(facts::get).toList());
    List<F> added = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < isNew.length; i++) {
      int at = pending.get(i);
      if (isNew[i]) {
        outcomes[at] = AppendOutcome.APPENDED;
        added.add(facts.get(at));
      } else {
        rest.add(at);
      }
    }
    rows.insertEntries(connection, added);
    return rest;
  }

  /** Compares facts with those that are there; the rest is those whose ids are gone again. */
  private List<Integer> compared(List<Integer> pending) throws SQLException {
    if (pending.isEmpty()) {
      return pending;
    }
    Map<String, F> present =
        rows.find(connection, pending.stream().map(at -> rows.id(facts.get(at))).toList());
    List<Integer> rest = new ArrayList<>();
    for (int at : pending) {
      F fact = facts.get(at);
      @Nullable F other = present.get(rows.idText(fact));
      if (other == null) {
        rest.add(at);
      } else {
        outcomes[at] = other.equals(fact) ? AppendOutcome.DUPLICATE : AppendOutcome.CONFLICT;
      }
    }
    return rest;
  }
}
