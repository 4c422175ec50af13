package io.headlesscrm.core.customer.quality;

/** What the dossier of a customer should hold: six facts that somebody enters, four that purchases show. */
public enum DossierFact {
  /** A name that it bears now. */
  NAME,
  /** A way to reach it that holds. */
  CONTACT_WAY,
  /** Where it is. */
  ADDRESS,
  /** What it may want and has not asked for. */
  LATENT_NEED,
  /** What it likes or dislikes. */
  LIKES_AND_DISLIKES,
  /** Whether the one we talk to decides on purchases; a person decides for itself. */
  DECISION_RIGHT,
  /** What it buys. */
  PRODUCT_INTEREST,
  /** Whether it spends more or less than it did. */
  SPENDING_TENDENCY,
  /** When it buys. */
  PURCHASE_TIME,
  /** How often it buys. */
  FREQUENCY;

  /**
   * Whether the fact is computed from purchases and cannot be entered.
   *
   * @return true for the last four
   */
  public boolean isDerived() {
    return compareTo(PRODUCT_INTEREST) >= 0;
  }
}
