package io.headlesscrm.core.service.interaction;

/** Who turned to whom. */
public enum Direction {
  /** The customer to the company. */
  INBOUND,
  /** The company to the customer. */
  OUTBOUND
}
