package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are read. They come by time, then by the id as text, compared by code points; newest first is exactly the
 * reverse.
 *
 * @param <F> the type of the facts
 * @param criterion what they have in common
 * @param start the first instant that matches; null: no lower bound
 * @param end the first instant that does not match any more; null: no upper bound
 * @param newestFirst whether the list runs backwards
 */
public record LogQuery<F>(
    Criterion<F> criterion,
    @Nullable Instant start,
    @Nullable Instant end,
    boolean newestFirst) {

  public LogQuery {
    requireNonNull(criterion, "criterion");
  }

  /**
   * All facts, oldest first.
   *
   * @param <F> the type of the facts
   * @return the query
   */
  public static <F> LogQuery<F> all() {
    return where(Criterion.all());
  }

  /**
   * The facts that match, oldest first.
   *
   * @param <F> the type of the facts
   * @param criterion what they have in common
   * @return the query
   */
  public static <F> LogQuery<F> where(Criterion<F> criterion) {
    return new LogQuery<>(criterion, null, null, false);
  }

  /**
   * Only facts at or after an instant.
   *
   * @param first the first instant that matches
   * @return a new query
   */
  public LogQuery<F> since(Instant first) {
    return new LogQuery<>(criterion, requireNonNull(first, "first"), end, newestFirst);
  }

  /**
   * Only facts before an instant.
   *
   * @param first the first instant that does not match any more
   * @return a new query
   */
  public LogQuery<F> before(Instant first) {
    return new LogQuery<>(criterion, start, requireNonNull(first, "first"), newestFirst);
  }

  /**
   * The same list backwards.
   *
   * @return a new query
   */
  public LogQuery<F> reversed() {
    return new LogQuery<>(criterion, start, end, !newestFirst);
  }

  /**
   * Whether an instant lies in the time that is asked for.
   *
   * @param instant any
   * @return true when it is in [start, end)
   */
  public boolean covers(Instant instant) {
    return (start == null || !instant.isBefore(start)) && (end == null || instant.isBefore(end));
  }

  /**
   * The place of a fact in this list.
   *
   * @param time when the fact happened
   * @param id its id as text
   * @return the cursor that an adapter gives out for it
   */
  public Cursor cursor(Instant time, String id) {
    return new Cursor(KeyType.INSTANT.encode(time), id);
  }
}
