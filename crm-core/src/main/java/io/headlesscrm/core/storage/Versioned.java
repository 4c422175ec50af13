package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

/**
 * A record with the version it is stored in.
 *
 * @param <A> the type of the record
 * @param value the record
 * @param version 1 after the insert, one more with each update
 */
public record Versioned<A>(A value, long version) {

  public Versioned {
    requireNonNull(value, "value");
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version
          + ", it must be at least 1. Maybe the record was never inserted?");
    }
  }
}
