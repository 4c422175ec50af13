package io.headlesscrm.core.storage;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records that change: customers, complaints, plans. Each has an id and a version; a write says which version it knows.
 *
 * <p>Writes want an open {@link UnitOfWork} and are seen by later reads of the same unit. Reads are allowed outside a unit
 * and then see what was committed before. Records are immutable values: a store may hand out the instance it was given.
 *
 * @param <I> the type of the ids
 * @param <A> the type of the records
 */
public interface Store<I, A> {

  /**
   * The record with this id.
   *
   * @param id any
   * @return empty when there is none
   */
  Optional<Versioned<A>> find(I id);

  /**
   * One page of the records that a query asks for.
   *
   * @param query which, and in which order
   * @param page which part
   * @return the page
   */
  Slice<Versioned<A>> list(Query<A> query, Page page);

  /**
   * Stores a new record in version 1. An id that was deleted may be inserted again.
   *
   * @param value a record with an id that is not stored
   * @return refused as {@link Refusal#EXISTS} when there is a record with this id, which stays as it is
   * @throws IllegalStateException outside a unit of work
   */
  WriteOutcome<A> insert(A value);

  /**
   * Replaces a record; its version goes up by one.
   *
   * @param value the record as it shall be
   * @param expectedVersion the version that the caller has read
   * @return refused as {@link Refusal#STALE} when the stored version is another, as {@link Refusal#ABSENT} when there is
   *     no record with this id; a deleted record does not come back
   * @throws IllegalStateException outside a unit of work
   */
  WriteOutcome<A> update(A value, long expectedVersion);

  /**
   * Removes a record.
   *
   * @param id of the record
   * @param expectedVersion the version that the caller has read
   * @return done with the record as it was; refused as {@link #update} is
   * @throws IllegalStateException outside a unit of work
   */
  WriteOutcome<A> delete(I id, long expectedVersion);

  /**
   * All records that a query asks for, page by page.
   *
   * @param query which, and in which order
   * @param consumer is given each record; may write to this store
   */
  default void forEach(Query<A> query, Consumer<? super Versioned<A>> consumer) {
    Page page = Page.first(500);
    @Nullable Cursor next;
    do {
      Slice<Versioned<A>> slice = list(query, page);
      slice.items().forEach(consumer);
      next = slice.next();
      page = page.after(next);
    } while (next != null);
  }
}
