package io.headlesscrm.core.customer;

/** Whose value a merged customer has in a field. */
public enum FieldChoice {
  /** The survivor's, even if it has none. */
  WINNER,
  /** That of the customer that goes, even if it has none. */
  LOSER,
  /**
   * Both: of a list the survivor's values and then the other ones that differ; of traits and single values the survivor's,
   * and the other one's where the survivor has none. The kind is the survivor's.
   */
  COMBINED
}
