package io.headlesscrm.core.storage;

/** What not every storage can do. What a storage does not declare, it refuses with {@link AbsentCapabilityException}. */
public enum Capability {
  /** Tells when a unit of work was committed; absent where the caller commits a connection and nobody hears of it. */
  AFTER_COMMIT,
  /** Finds records and facts by {@link Criterion.Contains}. */
  FREE_TEXT
}
