package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Cursor;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts in a sorted map. */
record ReferenceLog<F>(FactType<F> type, ReferenceStorage storage) implements Log<F> {

  @Override
  public List<AppendOutcome> append(List<F> facts) {
    return facts.stream().map(this::append).toList();
  }

  @Override
  public Slice<F> list(LogQuery<F> query, Page page) {
    Comparator<Cursor> order =
        query.newestFirst() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    NavigableMap<Cursor, F> matching = new TreeMap<>(order);
    storage.rows(type).forEach((id, row) -> {
      F fact = row.value();
      if (query.criterion().matches(fact) && query.covers(type.time(fact))) {
        matching.put(query.cursor(type.time(fact), id), fact);
      }
    });
    return ReferenceStore.page(matching, page);
  }

  @Override
  public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
    list(query, Page.first(Integer.MAX_VALUE)).items().forEach(consumer);
  }

  @Override
  public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
    return list(query, Page.first(Integer.MAX_VALUE)).items().stream()
        .filter(fact -> isReplaced(fact, change.apply(fact)))
        .count();
  }

  private AppendOutcome append(F fact) {
    @Nullable Versioned<F> present = storage.rows(type).get(type.idText(fact));
    if (present != null) {
      return present.value().equals(fact) ? AppendOutcome.DUPLICATE : AppendOutcome.CONFLICT;
    }
    storage.rows(type).put(type.idText(fact), new Versioned<>(fact, 1));
    return AppendOutcome.APPENDED;
  }

  private boolean isReplaced(F fact, Optional<F> changed) {
    changed.ifPresentOrElse(
        other -> storage.rows(type).put(type.idText(fact), new Versioned<>(other, 1)),
        () -> storage.rows(type).remove(type.idText(fact)));
    return !changed.equals(Optional.of(fact));
  }
}
