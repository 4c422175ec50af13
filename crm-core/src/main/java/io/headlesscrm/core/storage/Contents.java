package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stored values of one type, records and facts alike, for what walks over all types: merge, hand-over, export,
 * erasure. A fact counts as version 1.
 *
 * <pre>{@code
 * for (StoredType<?> type : registry.types()) {
 *   count += Contents.of(storage, type).list(...).size();
 * }
 * }</pre>
 *
 * @param <T> the type of the values
 */
public abstract sealed class Contents<T> permits RecordContents, FactContents {

  private final StoredType<T> type;

  Contents(StoredType<T> type) {
    this.type = type;
  }

  /**
   * The values of a type.
   *
   * @param <T> the type of the values
   * @param storage where they are
   * @param type which
   * @return what is stored when a method is called
   */
  public static <T> Contents<T> of(CrmStorage storage, StoredType<T> type) {
    return requireNonNull(type, "type").contents(requireNonNull(storage, "storage"));
  }

  /**
   * Which type it is.
   *
   * @return the type
   */
  public final StoredType<T> type() {
    return type;
  }

  /**
   * Reads all values that match: records by id, facts by time.
   *
   * @param criterion what they have in common
   * @param consumer is given each value
   */
  public abstract void forEach(Criterion<T> criterion, Consumer<? super Versioned<T>> consumer);

  /**
   * The stored value that has the id of a given one, and the time too if it is a fact.
   *
   * @param value any
   * @return empty when there is none
   */
  public abstract Optional<Versioned<T>> findLike(T value);

  /**
   * Makes changes within the open unit of work.
   *
   * @param within what all values that are replaced or removed have in common
   * @param changes of different ids; none: nothing happens
   * @throws WriteRefusedException when a value is not as it was before; dooms the unit
   */
  public abstract void make(Criterion<T> within, List<Change<T>> changes);

  /**
   * All values that match: records by id, facts by time.
   *
   * @param criterion what they have in common
   * @return the values
   */
  public final List<Versioned<T>> list(Criterion<T> criterion) {
    List<Versioned<T>> found = new ArrayList<>();
    forEach(criterion, found::add);
    return found;
  }
}
