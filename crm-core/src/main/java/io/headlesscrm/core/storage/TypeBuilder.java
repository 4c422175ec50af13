package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a type declares. A type that has no customer, no assignee or nothing personal says so; one that says
 * nothing is refused, so that no merge, hand-over or erasure passes it by silently.
 *
 * @param <T> the type of the values
 * @param <B> the builder itself
 */
public abstract sealed class TypeBuilder<T, B extends TypeBuilder<T, B>>
    permits RecordType.Builder, FactType.Builder {

  final String name;
  final int version;
  final List<TextIndex<T>> textIndexes = new ArrayList<>();

  @Nullable
  Function<T, JsonDocument> writer;

  @Nullable
  Function<JsonDocument, T> reader;

  @Nullable
  Link<T, CustomerId> customers;

  @Nullable
  Link<T, ActorId> assignees;

  @Nullable
  PersonalData<T> personalData;

  private boolean timelineDeclared;
  private final List<Index<T, ?>> declaredIndexes = new ArrayList<>();

  TypeBuilder(String name, int version) {
    this.name = Names.require(name, "type");
    this.version = version;
    if (version < 1) {
      throw new IllegalArgumentException("version of type \"" + name + "\" is " + version
          + ", it must be at least 1. Maybe it was counted from 0?");
    }
  }

  /**
   * How a value becomes a document and comes back.
   *
   * @param write any value gives a document
   * @param read reads documents of this version and earlier ones; gives an equal value
   * @return this builder
   */
  public final B document(Function<T, JsonDocument> write, Function<JsonDocument, T> read) {
    this.writer = requireNonNull(write, "write");
    this.reader = requireNonNull(read, "read");
    return self();
  }

  /**
   * Whose customer a value belongs to.
   *
   * @param link {@link Link#none()} when it belongs to none
   * @return this builder
   */
  public final B customers(Link<T, CustomerId> link) {
    this.customers = requireNonNull(link, "link");
    return self();
  }

  /**
   * Who is assigned to a value.
   *
   * @param link {@link Link#none()} when nobody is
   * @return this builder
   */
  public final B assignees(Link<T, ActorId> link) {
    this.assignees = requireNonNull(link, "link");
    return self();
  }

  /**
   * What is personal in a value.
   *
   * @param data {@link PersonalData#none} when nothing is
   * @return this builder
   */
  public final B personal(PersonalData<T> data) {
    this.personalData = requireNonNull(data, "data");
    return self();
  }

  /**
   * Adds an index by key.
   *
   * @param index with a name of its own
   * @return this builder
   */
  public final B index(Index<T, ?> index) {
    declaredIndexes.add(requireNonNull(index, "index"));
    return self();
  }

  /**
   * Adds an index by words.
   *
   * @param index with a name of its own
   * @return this builder
   */
  public final B index(TextIndex<T> index) {
    textIndexes.add(requireNonNull(index, "index"));
    return self();
  }

  /**
   * Says that values of this type have no place on the timeline.
   *
   * @return this builder
   */
  public final B notOnTimeline() {
    return declareTimeline();
  }

  abstract B self();

  final B declareTimeline() {
    timelineDeclared = true;
    return self();
  }

  final <P> P declared(@Nullable P part, String what) {
    if (part == null) {
      throw undeclared(what);
    }
    return part;
  }

  final void requireTimeline() {
    if (!timelineDeclared) {
      throw undeclared("a place on the timeline: timeline(...) or notOnTimeline()");
    }
  }

  /** The given indexes, then the declared ones. */
  final List<Index<T, ?>> indexes(Index<T, ?> byCustomer, Index<T, ?> byAssignee) {
    List<Index<T, ?>> all = new ArrayList<>(List.of(byCustomer, byAssignee));
    all.addAll(declaredIndexes);
    Set<String> names = new HashSet<>();
    all.forEach(index -> requireNew(names, index.name()));
    textIndexes.forEach(index -> requireNew(names, index.name()));
    return List.copyOf(all);
  }

  private void requireNew(Set<String> names, String index) {
    if (!names.add(index)) {
      throw new IllegalArgumentException("type \"" + name + "\" has two indexes \"" + index
          + "\", each must have a name of its own. Maybe it is the one that every type has?");
    }
  }

  private IllegalArgumentException undeclared(String what) {
    return new IllegalArgumentException("type \"" + name + "\" does not declare " + what
        + ", it must, so that nothing passes it by. Maybe it was forgotten?");
  }
}
