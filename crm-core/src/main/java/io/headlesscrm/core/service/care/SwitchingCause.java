package io.headlesscrm.core.service.care;

import io.headlesscrm.core.evidence.Reason;

/**
 * Why customers leave.
 *
 * <p>Source: Keaveney (1995), "Customer switching behavior in service industries: an exploratory study", Journal of
 * Marketing 59(2), doi:10.1177/002224299505900206.
 */
public enum SwitchingCause {
  /** Too dear, prices raised, unfair or deceptive. */
  PRICE,
  /** Place, hours, waiting for an appointment or for the service. */
  INCONVENIENCE,
  /** The service itself went wrong: mistakes, wrong bills, damage. */
  CORE_FAILURE,
  /** Staff was uncaring, impolite, unresponsive or did not know. */
  STAFF_FAILURE,
  /** Something had gone wrong, and the answer to it was bad, missing or grudging. */
  RESPONSE_TO_FAILURE,
  /** Somebody else has the better service. */
  COMPETITION,
  /** Cheating, hard selling, unsafe practice, conflict of interest. */
  ETHICS,
  /** Moved away, closed down, or the provider did: nobody could have kept the customer. */
  INVOLUNTARY;

  /**
   * Whether something could have been done.
   *
   * @return false for involuntary leaving alone
   */
  public boolean isAvoidable() {
    return this != INVOLUNTARY;
  }

  /**
   * What helps against it.
   *
   * @return what to do for this customer and the next ones
   */
  public Reason remedy() {
    return Reason.of("care.remedy." + name());
  }

  /**
   * The cause in words.
   *
   * @return in few words
   */
  public Reason label() {
    return Reason.of("care.cause." + name());
  }
}
