package io.headlesscrm.core.purchase.recognition;

/** What a customer is at the moment of a purchase. */
public enum Recognition {
  /** Has not bought before, or has begun to only just now. */
  NEW,
  /** Has bought before. */
  RETURNING,
  /** Has bought before, but long ago. */
  REACTIVATED,
  /** Nobody knows who it is. */
  UNKNOWN
}
