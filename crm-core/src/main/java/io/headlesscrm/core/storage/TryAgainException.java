package io.headlesscrm.core.storage;

/**
 * Another unit of work was in the way; nothing of this one is kept, and the same work may succeed when it is done again.
 * Only the one who opened the unit can do so: inside it, the unit is doomed.
 */
public abstract sealed class TryAgainException extends IllegalStateException
    permits WriteRefusedException, ContendedUnitException {

  private static final long serialVersionUID = 1L;

  TryAgainException(String message) {
    super(message);
  }

  TryAgainException(String message, Throwable cause) {
    super(message, cause);
  }
}
