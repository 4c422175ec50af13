package io.headlesscrm.core.customer.quality;

/** How far the file of a customer has come. */
public enum ArchiveStep {
  /** Somebody knows who it is. */
  IDENTIFIED,
  /** What the file must hold is there. */
  FILED,
  /** And somebody keeps it up to date. */
  MAINTAINED;

  /**
   * Whether a file may move from here to another step: one step up, or one back when a fact was lost or nobody verified
   * the file in time.
   *
   * @param next where to
   * @return false for the step itself
   */
  public boolean mayBecome(ArchiveStep next) {
    return this == FILED ? next != FILED : next == FILED;
  }
}
