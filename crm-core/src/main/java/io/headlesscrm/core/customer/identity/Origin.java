package io.headlesscrm.core.customer.identity;

/** From which of two customers a value of the merged one comes. */
public enum Origin {
  /** From the survivor. */
  WINNER,
  /** From the customer that goes. */
  LOSER,
  /** Both had it. */
  BOTH
}
