package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;

/**
 * An account that returns to the pool.
 *
 * @param customer whose account
 * @param day the first day in the pool
 * @param reason why
 */
public record PoolReturn(CustomerId customer, LocalDate day, Reason reason) {

  public PoolReturn {
    requireNonNull(customer, "customer");
    requireNonNull(day, "day");
    requireNonNull(reason, "reason");
  }
}
