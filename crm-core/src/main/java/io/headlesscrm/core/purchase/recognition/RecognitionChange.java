package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.PurchaseId;

/**
 * A purchase at which the customer turns out to have been something else than was said, because a purchase came late, was
 * taken back, or belongs to a double that was merged.
 *
 * @param before what was said
 * @param after what it should have been
 */
public record RecognitionChange(Recognised before, Recognised after) {

  public RecognitionChange {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /**
   * At which purchase.
   *
   * @return its id
   */
  public PurchaseId purchase() {
    return after.purchase();
  }
}
