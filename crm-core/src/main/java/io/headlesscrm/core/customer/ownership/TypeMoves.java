package io.headlesscrm.core.customer.ownership;

import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.storage.Change;
import io.headlesscrm.core.storage.Contents;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All that one hand-over does to the values of one type; equal when it would do the same to the same versions. */
record TypeMoves<T>(StoredType<T> type, Criterion<T> within, List<Change<T>> changes) {

  TypeMoves {
    changes = List.copyOf(changes);
  }

  /** The open values of any type that an actor is assigned to, each with another in that place. */
  static <T> TypeMoves<T> ofAssigned(
      CrmStorage storage, StoredType<T> type, ActorId from, ActorId to, Predicate<T> covered) {
    return of(
        storage,
        type,
        type.assignedTo(from),
        value -> !type.assignees().isFixed() && type.isOpen(value) && covered.test(value),
        value -> moved(type, value, from, to));
  }

  static <T> TypeMoves<T> of(
      CrmStorage storage,
      StoredType<T> type,
      Criterion<T> within,
      Predicate<T> covered,
      UnaryOperator<T> move) {
    List<Change<T>> changes = new ArrayList<>();
    Contents.of(storage, type).forEach(within, held -> {
      if (covered.test(held.value())) {
        T after = move.apply(held.value());
        if (!after.equals(held.value())) {
          changes.add(Change.replaced(held, after));
        }
      }
    });
    return new TypeMoves<>(type, within, changes);
  }

  void make(CrmStorage storage) {
    Contents.of(storage, type).make(within, changes);
  }

  List<StoredValue> values() {
    return changes.stream().map(this::value).toList();
  }

  /** Which of the values had the other actor among their assignees already. */
  Set<StoredValue> sharedWith(ActorId actor) {
    Set<StoredValue> shared = new HashSet<>();
    for (Change<T> change : changes) {
      Versioned<T> before = change.before();
      if (before != null && type.assignees().targets(before.value()).contains(actor)) {
        shared.add(value(change));
      }
    }
    return shared;
  }

  List<FieldChange> fields() {
    List<FieldChange> fields = new ArrayList<>();
    for (Change<T> change : changes) {
      Map<String, String> before =
          leaves(change.before() == null ? null : change.before().value());
      Map<String, String> after = leaves(change.after());
      Set<String> paths = new TreeSet<>(before.keySet());
      paths.addAll(after.keySet());
      for (String path : paths) {
        if (!Objects.equals(before.get(path), after.get(path))) {
          fields.add(new FieldChange(value(change), path, before.get(path), after.get(path)));
        }
      }
    }
    return fields;
  }

  /** The values of which more changes than who is assigned. Of an ownership every assignment may, as it is dated. */
  List<StoredValue> changingMore(ActorId from, ActorId to) {
    return changes.stream()
        .filter(change -> !rest(change.before() == null ? null : change.before().value(), from, to)
            .equals(rest(change.after(), from, to)))
        .map(this::value)
        .toList();
  }

  /** All other texts by path; places in a list do not count, as an actor that is there already is not there twice. */
  private Map<String, List<String>> rest(@Nullable T value, ActorId from, ActorId to) {
    Map<String, List<String>> rest = new TreeMap<>();
    leaves(value).forEach((path, text) -> {
      boolean actor = text.equals(from.value()) || text.equals(to.value());
      boolean dated = type.equals(Ownership.TYPE) && path.startsWith("assignments[");
      if (!actor && !dated) {
        rest.computeIfAbsent(path.replaceAll("\\[\\d+]", "[]"), key -> new ArrayList<>())
            .add(text);
      }
    });
    return rest;
  }

  private static <T> T moved(StoredType<T> type, T value, ActorId from, ActorId to) {
    T after = type.assignees().replaced(value, from, to);
    if (type.assignees().targets(after).contains(from)) {
      throw new IllegalStateException("a " + type.name() + " is still assigned to " + from
          + " after a hand-over, it must not be. Maybe its link does not replace every place?");
    }
    return after;
  }

  private Map<String, String> leaves(@Nullable T value) {
    return value == null ? Map.of() : type.write(value).leaves();
  }

  private StoredValue value(Change<T> change) {
    Versioned<T> before = change.before();
    T value = before == null ? Objects.requireNonNull(change.after(), "after") : before.value();
    return new StoredValue(type.name(), type.idText(value));
  }
}
