package io.headlesscrm.segmentation.basket;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/**
 * An item that a customer has not bought and probably would.
 *
 * @param item what to offer
 * @param rule the surest rule that speaks for it
 */
public record Offer(String item, AssociationRule rule) {

  public Offer {
    requireNonNull(item, "item");
    requireNonNull(rule, "rule");
  }

  /**
   * Why it is offered.
   *
   * @return for any language
   */
  public Reason toReason() {
    return Reason.of("basket.offer")
        .withValue("item", item)
        .withValue("because", String.join(", ", rule.antecedent()))
        .with("confidence", rule.confidence())
        .with("lift", rule.lift());
  }
}
