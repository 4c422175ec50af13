package io.headlesscrm.core.storage;

/** What became of one fact that was appended. */
public enum AppendOutcome {
  /** It is new and was stored. */
  APPENDED,
  /** An equal fact with this id was there; nothing changed. */
  DUPLICATE,
  /** Another fact with this id was there and stays; nothing changed. */
  CONFLICT
}
