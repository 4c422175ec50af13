package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.id.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * The worst value that still earns a score.
 *
 * @param value days (the score needs at most so many), purchases or minor units (the score needs at least so many)
 * @param from where customers with this very value were split by id, the first id that earns the score; null when all
 *     of them do
 */
public record Threshold(long value, @Nullable CustomerId from) {

  /**
   * A threshold that every customer with that value reaches.
   *
   * @param value days, purchases or minor units
   * @return the threshold
   */
  public static Threshold of(long value) {
    return new Threshold(value, null);
  }

  /** Whether a customer who has this very value earns the score. */
  boolean admits(CustomerId customer) {
    return from == null || customer.compareTo(from) >= 0;
  }

  boolean isReachedBy(Axis axis, long reached, CustomerId customer) {
    return reached == value ? admits(customer) : axis.toKey(reached) > axis.toKey(value);
  }

  /** Whether nobody can reach the other threshold without reaching this one. */
  boolean isAtMost(Threshold other, Axis axis) {
    if (value != other.value) {
      return axis.toKey(value) < axis.toKey(other.value);
    }
    return from == null || (other.from != null && from.compareTo(other.from) <= 0);
  }
}
