package io.headlesscrm.core.storage;

/** Somebody else wrote first; the whole unit of work may be tried again by the one who opened it. */
public final class WriteRefusedException extends TryAgainException {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  WriteRefusedException(Refusal reason) {
    super("the write was refused, the reason is " + reason
        + ". Maybe another unit of work wrote the record first? Read again and repeat the unit.");
    this.reason = reason;
  }

  /**
   * Why the write was refused.
   *
   * @return the reason
   */
  public Refusal reason() {
    return reason;
  }
}
