package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the pool go by.
 *
 * @param customer whose account
 * @param ownedSince the first day of the present owner
 * @param customerClass such as {@code A}; null when not classed
 * @param contractEnd the first day without a contract; null: there is none
 * @param lastPurchase null: never bought
 * @param lastContact null: never
 */
public record AccountFacts(
    CustomerId customer,
    LocalDate ownedSince,
    @Nullable String customerClass,
    @Nullable LocalDate contractEnd,
    @Nullable LocalDate lastPurchase,
    @Nullable LocalDate lastContact) {

  public AccountFacts {
    requireNonNull(customer, "customer");
    requireNonNull(ownedSince, "ownedSince");
  }
}
