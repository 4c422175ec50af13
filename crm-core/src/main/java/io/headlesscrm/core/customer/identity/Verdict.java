package io.headlesscrm.core.customer.identity;

/** What to do about two records. */
public enum Verdict {
  /** One customer, as sure as records can tell: may be merged without a look. */
  CERTAIN,
  /** Perhaps one customer: somebody should look. */
  REVIEW,
  /** Two customers. */
  NO
}
