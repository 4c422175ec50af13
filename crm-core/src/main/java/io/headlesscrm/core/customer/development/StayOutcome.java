package io.headlesscrm.core.customer.development;

/** How a stay in a stage ended. */
public enum StayOutcome {
  /** Went on: a prospect became a target or bought, a lost or dormant one came back, one won back bought on. */
  CONVERTED,
  /** Was lost. */
  LOST,
  /** Fell back, as from target to potential or from actual to dormant. */
  SET_BACK,
  /** Has not ended yet. */
  OPEN
}
