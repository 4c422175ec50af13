package io.headlesscrm.core.service.care;

/** How far a task of care has come; each step leads to the next one, and every one may end it. */
public enum CareState {
  /** Nobody has done anything yet. */
  OPEN,
  /** The customer was reached. */
  CONTACTED,
  /** The customer said what it thinks. */
  OPINION,
  /** It is agreed what will be done. */
  PLANNED,
  /** It is over and has an outcome. */
  CLOSED;

  /**
   * Whether a step leads from here to another state. Only an outcome may skip steps, and says itself how many.
   *
   * @param next any
   * @return true for the next one, and for the last one from each before it
   */
  public boolean mayBecome(CareState next) {
    return switch (this) {
      case OPEN -> next == CONTACTED || next == CLOSED;
      case CONTACTED -> next == OPINION || next == CLOSED;
      case OPINION -> next == PLANNED || next == CLOSED;
      case PLANNED -> next == CLOSED;
      case CLOSED -> false;
    };
  }
}
