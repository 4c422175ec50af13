package io.headlesscrm.core.customer;

/** What somebody may be contacted for. */
public enum ContactPurpose {
  /** Orders, shipments and what they need. */
  OPERATIONS,
  /** Bills and reminders. */
  BILLING,
  /** Complaints, answers, surveys about a service. */
  SERVICE,
  /** Offers, newsletters, greetings. */
  MARKETING
}
