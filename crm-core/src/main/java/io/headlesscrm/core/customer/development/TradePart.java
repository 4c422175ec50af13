package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.PartyRole;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The part that somebody takes in the trade: what it buys itself and what it has to do with the purchases of others.
 *
 * @param customer who
 * @param orders its own purchases that count
 * @param roles in how many purchases of others that count it takes a role; a role that it never takes is missing
 * @param first the first of all these purchases
 * @param last the last of all these purchases
 */
public record TradePart(
    CustomerId customer, int orders, Map<PartyRole, Integer> roles, Instant first, Instant last) {

  public TradePart {
    requireNonNull(customer, "customer");
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    roles = roles.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(roles));
  }

  /**
   * How often it took a role in the purchases of others.
   *
   * @param role any
   * @return at least 0
   */
  public int in(PartyRole role) {
    return roles.getOrDefault(role, 0);
  }

  /**
   * Whether it buys itself. Who only takes part is no customer yet, and may be a partner instead.
   *
   * @return false without an order of its own
   */
  public boolean isBuyer() {
    return orders > 0;
  }
}
