package io.headlesscrm.core.storage;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: so many values after a place. Pages by place are stable: a value that is there all
 * the time is seen exactly once, whatever is inserted or deleted between two pages.
 *
 * <pre>{@code
 * Slice<Purchase> first = purchases.list(query, Page.first(50));
 * Slice<Purchase> second = purchases.list(query, Page.first(50).after(first.next()));
 * }</pre>
 *
 * @param limit how many values at most, at least 1
 * @param after the place after which the page begins, in the direction of the list; null: at its begin
 */
public record Page(int limit, @Nullable Cursor after) {

  public Page {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "limit is " + limit + ", it must be at least 1. Maybe the size of the page was not set?");
    }
  }

  /**
   * The first page of a list.
   *
   * @param limit how many values at most, at least 1
   * @return the page
   */
  public static Page first(int limit) {
    return new Page(limit, null);
  }

  /**
   * A page of the same size elsewhere in the list.
   *
   * @param place after which it begins; null: at the begin of the list
   * @return the page
   */
  public Page after(@Nullable Cursor place) {
    return new Page(limit, place);
  }
}
