package io.headlesscrm.core.service.care;

/** How a task of care ended. */
public enum CareOutcome {
  /** The customer was about to leave and stays: only after contact, opinion and plan. */
  SAVED(CareState.PLANNED, true),
  /** The customer is gone: as soon as it has said so. */
  LOST(CareState.CONTACTED, true),
  /** The customer never meant to leave: at any time, a purchase says it too. */
  FALSE_ALARM(CareState.OPEN, false),
  /** Nobody could reach the customer, so that nobody knows. */
  NOT_REACHED(CareState.OPEN, false);

  private final CareState earliest;
  private final boolean right;

  CareOutcome(CareState earliest, boolean right) {
    this.earliest = earliest;
    this.right = right;
  }

  /**
   * The first state from which a task may end so.
   *
   * @return also from every later one
   */
  public CareState earliest() {
    return earliest;
  }

  /**
   * Whether the warning was right: the customer was about to leave.
   *
   * @return false for a false alarm, and where nobody knows
   */
  public boolean isRight() {
    return right;
  }
}
