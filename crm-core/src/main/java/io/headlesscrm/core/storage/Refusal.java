package io.headlesscrm.core.storage;

/** Why a write was refused. Each may be gone after reading the record again. */
public enum Refusal {
  /** An insert found a record with this id. */
  EXISTS,
  /** An update or delete expected another version than the stored one. */
  STALE,
  /** An update or delete found no record with this id. */
  ABSENT
}
