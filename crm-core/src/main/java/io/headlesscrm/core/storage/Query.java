package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Which records are listed and in which order.
 *
 * <p>The order is total: by the key of the index, a record without key before all others, then by the id as text; without
 * an index by the id alone. Texts compare by code points. Descending is exactly the reverse.
 *
 * @param <A> the type of the records
 * @param criterion what they have in common
 * @param order a single index of the type; null: by id
 * @param descending whether the list runs backwards
 */
public record Query<A>(Criterion<A> criterion, @Nullable Index<A, ?> order, boolean descending) {

  public Query {
    requireNonNull(criterion, "criterion");
    if (order != null && !order.isSingle()) {
      throw new IllegalArgumentException("the list is ordered by index \"" + order
          + "\", it must have at most one key per value. Maybe Index.one(...) is what you want?");
    }
  }

  /**
   * All records, by id.
   *
   * @param <A> the type of the records
   * @return the query
   */
  public static <A> Query<A> all() {
    return where(Criterion.all());
  }

  /**
   * The records that match, by id.
   *
   * @param <A> the type of the records
   * @param criterion what they have in common
   * @return the query
   */
  public static <A> Query<A> where(Criterion<A> criterion) {
    return new Query<>(criterion, null, false);
  }

  /**
   * The same records by the key of an index, then by id.
   *
   * @param index with at most one key per record
   * @return a new query
   */
  public Query<A> orderedBy(Index<A, ?> index) {
    return new Query<>(criterion, requireNonNull(index, "index"), descending);
  }

  /**
   * The same list backwards.
   *
   * @return a new query
   */
  public Query<A> reversed() {
    return new Query<>(criterion, order, !descending);
  }

  /**
   * The place of a record in this list.
   *
   * @param value the record
   * @param id its id as text
   * @return the cursor that an adapter gives out for it
   */
  public Cursor cursor(A value, String id) {
    return new Cursor(order == null ? "" : sortKey(order, value), id);
  }

  private static <A, K> String sortKey(Index<A, K> index, A value) {
    return index.keys(value).stream().findFirst().map(index.type()::encode).orElse("");
  }
}
