package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Change;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** All that one merge does to the values of one type; equal when it would do the same to the same versions. */
record TypeSteps<T>(StoredType<T> type, List<Change<T>> changes, TypeChange summary) {

  TypeSteps {
    changes = List.copyOf(changes);
  }

  /** Reads what refers to the loser and works out what becomes of it. */
  static <T> TypeSteps<T> of(
      CrmStorage storage,
      StoredType<T> type,
      Optional<BinaryOperator<T>> merger,
      CustomerId winner,
      CustomerId loser) {
    Walk<T> walk = new Walk<>(Contents.of(storage, type), merger, winner, loser);
    if (!type.customers().isFixed()) {
      walk.run();
    }
    return walk.steps();
  }

  static <T> TypeSteps<T> added(StoredType<T> type, T value) {
    return new TypeSteps<>(
        type, List.of(Change.added(value)), new TypeChange(type.name(), 0, 0, 0));
  }

  void make(CrmStorage storage, CustomerId loser) {
    Contents.of(storage, type).make(type.of(loser), changes);
  }

  List<MergeImage> images(
      MergeId merge, Instant at, int first, CustomerId winner, CustomerId loser) {
    List<MergeImage> images = new ArrayList<>();
    for (Change<T> change : changes) {
      images.add(image(merge, at, first + images.size(), change, winner, loser));
    }
    return images;
  }

  private MergeImage image(
      MergeId merge,
      Instant at,
      int number,
      Change<T> change,
      CustomerId winner,
      CustomerId loser) {
    @Nullable Versioned<T> before = change.before();
    @Nullable T after = change.after();
    boolean rewritten = before != null
        && after != null
        && type.customers().replaced(before.value(), loser, winner).equals(after);
    return new MergeImage(
        merge,
        number,
        at,
        type.name(),
        before == null ? null : type.write(before.value()).toCompactText(),
        after == null || rewritten ? null : type.write(after).toCompactText(),
        rewritten,
        customers(change, winner, loser));
  }

  private Set<CustomerId> customers(Change<T> change, CustomerId winner, CustomerId loser) {
    Set<CustomerId> all = new HashSet<>(List.of(winner, loser));
    @Nullable Versioned<T> before = change.before();
    @Nullable T after = change.after();
    if (before != null) {
      all.addAll(type.customers().targets(before.value()));
    }
    if (after != null) {
      all.addAll(type.customers().targets(after));
    }
    return all;
  }

  /** Goes through the values of the loser once: those that keep their id, then those whose id is the customer's. */
  private static final class Walk<T> {

    private final Contents<T> contents;
    private final StoredType<T> type;
    private final Optional<BinaryOperator<T>> merger;
    private final CustomerId winner;
    private final CustomerId loser;
    private final Map<String, Change<T>> changes = new LinkedHashMap<>();
    private final List<Versioned<T>> own = new ArrayList<>();
    private int rewritten;
    private int moved;
    private int combined;

    Walk(
        Contents<T> contents,
        Optional<BinaryOperator<T>> merger,
        CustomerId winner,
        CustomerId loser) {
      this.contents = contents;
      this.type = contents.type();
      this.merger = merger;
      this.winner = winner;
      this.loser = loser;
    }

    void run() {
      contents.forEach(type.of(loser), this::rewrite);
      own.forEach(this::takeOver);
    }

    TypeSteps<T> steps() {
      return new TypeSteps<>(
          type,
          List.copyOf(changes.values()),
          new TypeChange(type.name(), rewritten, moved, combined));
    }

    private void rewrite(Versioned<T> held) {
      T after = replaced(held.value());
      if (!id(after).equals(id(held.value()))) {
        own.add(held);
      } else if (!after.equals(held.value())) {
        changes.put(id(after), Change.replaced(held, after));
        rewritten++;
      }
    }

    private void takeOver(Versioned<T> held) {
      T other = replaced(held.value());
      changes.put(id(held.value()), Change.removed(held));
      Optional<Versioned<T>> kept = contents.findLike(other);
      if (kept.isPresent()) {
        combine(kept.get(), other);
      } else {
        requireMerger();
        changes.put(id(other), Change.added(other));
        moved++;
      }
    }

    private void combine(Versioned<T> kept, T other) {
      T both = requireMerger().apply(replaced(kept.value()), other);
      if (!id(both).equals(id(other))) {
        throw new IllegalStateException("type \"" + type.name()
            + "\" combines two records into one with another id, it must be the survivor's. Maybe mergedBy(...) takes its"
            + " arguments the other way round?");
      }
      rewritten -= changes.remove(id(other)) == null ? 0 : 1;
      if (!both.equals(kept.value())) {
        changes.put(id(other), Change.replaced(kept, both));
      }
      combined++;
    }

    private BinaryOperator<T> requireMerger() {
      return merger.orElseThrow(() -> new IllegalStateException("type \"" + type.name()
          + "\" has ids that change with the customer and does not declare how two values become one, it must. Maybe"
          + " mergedBy(...) was forgotten?"));
    }

    private T replaced(T value) {
      return type.customers().replaced(value, loser, winner);
    }

    private String id(T value) {
      return type.idText(value);
    }
  }
}
