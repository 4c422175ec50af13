package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

/**
 * The storage gave up this unit of work in favour of another one: the two waited for each other, the isolation between
 * them could not be kept, or a lock was waited for too long. Adapters throw it from a call of a store or log, or at the
 * commit.
 */
public final class ContendedUnitException extends TryAgainException {

  private static final long serialVersionUID = 1L;

  /**
   * A unit that was given up.
   *
   * @param cause what the database said, without personal values
   */
  public ContendedUnitException(Throwable cause) {
    super(
        "the storage gave up the unit of work in favour of another one, nothing of it is kept."
            + " Maybe two units wrote the same records in different order? Repeat the unit.",
        requireNonNull(cause, "cause"));
  }
}
