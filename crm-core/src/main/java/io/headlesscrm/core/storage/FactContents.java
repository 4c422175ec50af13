package io.headlesscrm.core.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Facts of one type. */
final class FactContents<F> extends Contents<F> {

  private final FactType<F> type;
  private final Log<F> log;

  FactContents(FactType<F> type, Log<F> log) {
    super(type);
    this.type = type;
    this.log = log;
  }

  @Override
  public void forEach(Criterion<F> criterion, Consumer<? super Versioned<F>> consumer) {
    log.forEach(LogQuery.where(criterion), fact -> consumer.accept(new Versioned<>(fact, 1)));
  }

  @Override
  public Optional<Versioned<F>> findLike(F value) {
    String id = type.idText(value);
    List<Versioned<F>> found = new ArrayList<>();
    log.forEach(at(type.time(value)), fact -> {
      if (type.idText(fact).equals(id)) {
        found.add(new Versioned<>(fact, 1));
      }
    });
    return found.stream().findFirst();
  }

  @Override
  public void make(Criterion<F> within, List<Change<F>> changes) {
    Map<String, Change<F>> byId = new HashMap<>();
    List<F> added = new ArrayList<>();
    for (Change<F> change : changes) {
      @Nullable Versioned<F> before = change.before();
      @Nullable F after = change.after();
      if (before != null) {
        byId.put(type.idText(before.value()), change);
      } else if (after != null) {
        added.add(after);
      }
    }
    rewrite(within, byId);
    append(added);
  }

  private void rewrite(Criterion<F> within, Map<String, Change<F>> byId) {
    if (byId.isEmpty()) {
      return;
    }
    long changed = log.rewrite(LogQuery.where(within), fact -> {
      @Nullable Change<F> change = byId.get(type.idText(fact));
      return change == null ? Optional.of(fact) : after(change, fact);
    });
    if (changed != byId.size()) {
      throw new WriteRefusedException(Refusal.ABSENT);
    }
  }

  private static <F> Optional<F> after(Change<F> change, F stored) {
    Versioned<F> before = change.before();
    if (before == null || !before.value().equals(stored)) {
      throw new WriteRefusedException(Refusal.STALE);
    }
    return Optional.ofNullable(change.after());
  }

  private void append(List<F> added) {
    if (log.append(added).stream().anyMatch(outcome -> outcome != AppendOutcome.APPENDED)) {
      throw new WriteRefusedException(Refusal.EXISTS);
    }
  }

  private LogQuery<F> at(Instant time) {
    LogQuery<F> from = LogQuery.<F>all().since(time);
    return time.equals(Instant.MAX) ? from : from.before(time.plusNanos(1));
  }
}
