package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;

/**
 * A customer who was good once and is silent now.
 *
 * @param customer who
 * @param formerly what it spent in the earlier window
 * @param now what it spent in the recent one
 * @param contacts how often somebody talked to it in the recent window
 */
public record FadedCustomer(CustomerId customer, Money formerly, Money now, int contacts) {

  public FadedCustomer {
    requireNonNull(customer, "customer");
    requireNonNull(formerly, "formerly");
    requireNonNull(now, "now");
  }

  /**
   * Why it is listed.
   *
   * @return in a line
   */
  public Reason reason() {
    return Reason.of("development.faded")
        .withValue("formerly", formerly.toString())
        .withValue("now", now.toString())
        .with("contacts", contacts);
  }
}
