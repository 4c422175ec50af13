package io.headlesscrm.core.purchase.csv;

import io.headlesscrm.core.evidence.Reason;

/** The file as a whole is no export of purchases, or cannot be read as one without more being said about it. */
public final class UnreadableCsvException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Reason reason;

  UnreadableCsvException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  /**
   * The same in any language.
   *
   * @return one sentence that names the file, and a second one that starts with "Maybe"
   */
  public Reason reason() {
    return reason;
  }
}
