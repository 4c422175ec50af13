package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.PurchaseId;

/**
 * What the customer was at the moment of one purchase, and why.
 *
 * @param purchase at which moment
 * @param recognition what the customer was
 * @param basis why
 */
public record Recognised(PurchaseId purchase, Recognition recognition, Reason basis) {

  public Recognised {
    requireNonNull(purchase, "purchase");
    requireNonNull(recognition, "recognition");
    requireNonNull(basis, "basis");
  }
}
