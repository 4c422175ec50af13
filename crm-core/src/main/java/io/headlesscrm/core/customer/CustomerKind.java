package io.headlesscrm.core.customer;

/** What a customer is in law. */
public enum CustomerKind {
  /** A company, an authority, an association. */
  ORGANISATION,
  /** A natural person; its names, numbers and addresses are personal data throughout. */
  PERSON
}
