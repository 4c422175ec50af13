package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What an operation on every type does to one value.
 *
 * @param <T> the type of the value
 * @param before the value as it is stored; null when it is added
 * @param after the value as it shall be, with the same id; null when it is removed
 */
public record Change<T>(
    @Nullable Versioned<T> before, @Nullable T after) {

  public Change {
    if (before == null && after == null) {
      throw new IllegalArgumentException(
          "a change has neither before nor after, it must have one. Maybe the value was gone already?");
    }
  }

  /**
   * A new value.
   *
   * @param <T> the type of the value
   * @param value to be stored
   * @return the change
   */
  public static <T> Change<T> added(T value) {
    return new Change<>(null, requireNonNull(value, "value"));
  }

  /**
   * Another value with the same id.
   *
   * @param <T> the type of the value
   * @param before as it is stored
   * @param after as it shall be
   * @return the change
   */
  public static <T> Change<T> replaced(Versioned<T> before, T after) {
    return new Change<>(requireNonNull(before, "before"), requireNonNull(after, "after"));
  }

  /**
   * No value any more.
   *
   * @param <T> the type of the value
   * @param before as it is stored
   * @return the change
   */
  public static <T> Change<T> removed(Versioned<T> before) {
    return new Change<>(requireNonNull(before, "before"), null);
  }
}
