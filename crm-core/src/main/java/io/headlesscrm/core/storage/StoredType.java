package io.headlesscrm.core.storage;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * All that adapters and the operations on every type (merge, hand-over, export, erasure, timeline) need to know of a
 * type. A type is a constant: two types are the same when they are the same object.
 *
 * @param <T> the type of the values: immutable, equal when all of their content is
 */
public abstract sealed class StoredType<T> permits RecordType, FactType {

  /** The name of the index by customer, which every type has. */
  public static final String CUSTOMER_INDEX = "customer";

  /** The name of the index by assigned actor, which every type has. */
  public static final String ASSIGNEE_INDEX = "assignee";

  private final String name;
  private final int version;
  private final Function<T, JsonDocument> writer;
  private final Function<JsonDocument, T> reader;
  private final List<Index<T, ?>> indexes;
  private final List<TextIndex<T>> textIndexes;
  private final Link<T, CustomerId> customers;
  private final Link<T, ActorId> assignees;
  private final PersonalData<T> personalData;
  private final Index<T, String> byCustomer;
  private final Index<T, String> byAssignee;

  StoredType(TypeBuilder<T, ?> parts) {
    this.name = parts.name;
    this.version = parts.version;
    this.writer = parts.declared(parts.writer, "a document: document(write, read)");
    this.reader = parts.declared(parts.reader, "a document: document(write, read)");
    this.customers = parts.declared(parts.customers, "customers: customers(link)");
    this.assignees = parts.declared(parts.assignees, "assignees: assignees(link)");
    this.personalData = parts.declared(parts.personalData, "personal data: personal(data)");
    this.byCustomer = Index.many(
        CUSTOMER_INDEX, KeyType.TEXT, value -> texts(customers.targets(value), CustomerId::value));
    this.byAssignee = Index.many(
        ASSIGNEE_INDEX, KeyType.TEXT, value -> texts(assignees.targets(value), ActorId::value));
    this.indexes = parts.indexes(byCustomer, byAssignee);
    this.textIndexes = List.copyOf(parts.textIndexes);
  }

  /**
   * What the type is called wherever it is stored.
   *
   * @return a to z, 0 to 9 and hyphens; never changes
   */
  public final String name() {
    return name;
  }

  /**
   * The version of the documents and index keys that are written; an adapter keeps it beside each document.
   *
   * @return at least 1; goes up when the document or a function of an index changes
   */
  public final int version() {
    return version;
  }

  /**
   * The id of a value as text.
   *
   * @param value any
   * @return not blank, without U+0000; equal texts mean the same record or fact
   */
  public abstract String idText(T value);

  /**
   * How a value reads on the timeline.
   *
   * @param value any
   * @return empty when the type or this value has no place on it
   */
  public abstract Optional<TimelineEntry> findTimelineEntry(T value);

  /**
   * Whether values of this type have a place on the timeline.
   *
   * @return true when they are shown
   */
  public abstract boolean isOnTimeline();

  /**
   * How two values become one whose ids become the same when their customers are merged.
   *
   * @return given the survivor's value, then the other one's with its customer rewritten; empty when ids do not depend on
   *     customers
   */
  public abstract Optional<BinaryOperator<T>> findMerger();

  /**
   * Whether a value is still work of those who are assigned to it, so that a hand-over moves it.
   *
   * @param value any
   * @return false for every fact: it was done by whom it was done
   */
  public abstract boolean isOpen(T value);

  /**
   * Whether the values are computed from facts, so that whoever undoes a merge can compute them anew.
   *
   * @return false for facts, which never are
   */
  public abstract boolean isComputed();

  /** The values of this type in a storage. */
  abstract Contents<T> contents(CrmStorage storage);

  /**
   * Writes a value as a document.
   *
   * @param value any
   * @return what {@link #read} reads
   */
  public final JsonDocument write(T value) {
    return writer.apply(value);
  }

  /**
   * Reads a value from a document.
   *
   * @param document of this version or an earlier one
   * @return equal to the value that was written
   */
  public final T read(JsonDocument document) {
    return reader.apply(document);
  }

  /**
   * All indexes by key: those by customer and assignee, then the declared ones.
   *
   * @return unmodifiable; no name occurs twice
   */
  public final List<Index<T, ?>> indexes() {
    return indexes;
  }

  /**
   * All indexes by words.
   *
   * @return unmodifiable
   */
  public final List<TextIndex<T>> textIndexes() {
    return textIndexes;
  }

  /**
   * Whose customer a value belongs to.
   *
   * @return the link that a merge rewrites
   */
  public final Link<T, CustomerId> customers() {
    return customers;
  }

  /**
   * Who is assigned to a value.
   *
   * @return the link that a hand-over rewrites
   */
  public final Link<T, ActorId> assignees() {
    return assignees;
  }

  /**
   * What is personal in a value.
   *
   * @return what exports and erasures go by
   */
  public final PersonalData<T> personalData() {
    return personalData;
  }

  /**
   * The values that belong to a customer.
   *
   * @param customer any
   * @return the criterion
   */
  public final Criterion<T> of(CustomerId customer) {
    return byCustomer.is(customer.value());
  }

  /**
   * The values that an actor is assigned to.
   *
   * @param actor any
   * @return the criterion
   */
  public final Criterion<T> assignedTo(ActorId actor) {
    return byAssignee.is(actor.value());
  }

  /**
   * Checks that a query names declared indexes only; every store and log does.
   *
   * @param criterion what is asked for
   * @throws IllegalArgumentException when it names an index that the type does not declare
   */
  public final void requireDeclared(Criterion<T> criterion) {
    if (criterion instanceof Criterion.And<T> and) {
      and.criteria().forEach(this::requireDeclared);
    } else if (criterion instanceof Criterion.Or<T> or) {
      or.criteria().forEach(this::requireDeclared);
    } else if (criterion instanceof Criterion.Equal<T, ?> equal) {
      requireDeclared(equal.index());
    } else if (criterion instanceof Criterion.Range<T, ?> range) {
      requireDeclared(range.index());
    } else if (criterion instanceof Criterion.Prefix<T> prefix) {
      requireDeclared(prefix.index());
    } else if (criterion instanceof Criterion.Contains<T> contains) {
      requireDeclared(textIndexes.contains(contains.index()), contains.index().name());
    }
  }

  /**
   * Checks that an index is declared.
   *
   * @param index that a list is ordered by
   * @throws IllegalArgumentException when the type does not declare it
   */
  public final void requireDeclared(Index<T, ?> index) {
    requireDeclared(indexes.contains(index), index.name());
  }

  /** The name of the type. */
  @Override
  public final String toString() {
    return name;
  }

  final String storableId(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id of a " + name
          + " is blank, it must not be. Maybe a row without a number was not left out?");
    }
    return KeyType.storable(id);
  }

  private void requireDeclared(boolean declared, String index) {
    if (!declared) {
      throw new IllegalArgumentException("type \"" + name + "\" has no such index \"" + index
          + "\", a query must name a declared one. Maybe it belongs to another type?");
    }
  }

  /** Most values have one customer or nobody assigned, and this runs with every write. */
  private static <K> List<String> texts(Collection<K> targets, Function<K, String> text) {
    return switch (targets.size()) {
      case 0 -> List.of();
      case 1 -> List.of(text.apply(targets.iterator().next()));
      default -> targets.stream().map(text).toList();
    };
  }
}
