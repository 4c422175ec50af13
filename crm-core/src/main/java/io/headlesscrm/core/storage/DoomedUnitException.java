package io.headlesscrm.core.storage;

/** The unit of work cannot be kept any more, because an exception left a part of it; the cause is that exception. */
public final class DoomedUnitException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /**
   * A unit that cannot be kept.
   *
   * @param cause the first exception that left a part of the unit
   */
  public DoomedUnitException(Throwable cause) {
    super(
        "the unit of work is doomed since a " + cause.getClass().getName()
            + ", nothing of it is kept. Maybe the exception was caught inside the unit?",
        cause);
  }
}
