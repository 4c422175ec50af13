package io.headlesscrm.core.customer.privacy;

/** What a customer said about being contacted. */
public enum ConsentState {
  /** It may be. */
  GRANTED,
  /** It may not be; the more restrictive of the two. */
  WITHDRAWN;

  ConsentState orMoreRestrictive(ConsentState other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
