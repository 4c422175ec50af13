package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.PurchaseId;

/**
 * What the customer was at the moment of one purchase, and why.
 *
 * @param purchase at which moment
 * @param recognition what the customer was
 * @param ground why, as the key of a reason
 * @param days how many days ago the customer had bought first or last, as the ground says; 0 when it had not
 * @param limit the number of days of the policy that decided; 0 when none did
 */
public record Recognised(
    PurchaseId purchase, Recognition recognition, String ground, long days, int limit) {

  public Recognised {
    requireNonNull(purchase, "purchase");
    requireNonNull(recognition, "recognition");
    requireNonNull(ground, "ground");
  }

  /**
   * Why, in words and numbers; made when asked for.
   *
   * @return the reason
   */
  public Reason basis() {
    return Reason.of(ground).with("days", days).with("limit", limit);
  }
}
