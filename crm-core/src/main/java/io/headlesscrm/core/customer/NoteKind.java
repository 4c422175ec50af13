package io.headlesscrm.core.customer;

/** What a note of the dossier is about. */
public enum NoteKind {
  /** What the customer may want and has not asked for. */
  NEED,
  /** What it likes. */
  LIKE,
  /** What it does not like. */
  DISLIKE,
  /** What anybody can read about it. */
  PUBLIC_FACT
}
