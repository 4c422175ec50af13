package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;

/**
 * Somebody who takes part in a purchase.
 *
 * @param role as what
 * @param customer who
 */
public record PurchaseParty(PartyRole role, CustomerId customer) {

  public PurchaseParty {
    requireNonNull(role, "role");
    requireNonNull(customer, "customer");
  }

  PurchaseParty withCustomer(CustomerId from, CustomerId to) {
    return customer.equals(from) ? new PurchaseParty(role, to) : this;
  }
}
