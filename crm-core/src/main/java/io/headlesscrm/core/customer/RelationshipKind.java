package io.headlesscrm.core.customer;

/** What another customer is to this one. */
public enum RelationshipKind {
  /** The company that owns this one; there is at most one at a time and no circle. */
  PARENT_COMPANY,
  /** Receives what this one sends. */
  CONSIGNEE,
  /** Is told when goods arrive. */
  NOTIFY_PARTY,
  /** Arranges transports for this one. */
  FORWARDER,
  /** Acts for this one. */
  AGENT,
  /** Carries for this one. */
  CARRIER,
  /** Recommended the company to this one. */
  REFERRER
}
