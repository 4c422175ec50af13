package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;

/**
 * A customer against the ceiling of its class.
 *
 * @param customer who it is
 * @param value what it brings, at least 0
 * @param cost what serving it costs, at least 0
 * @param ceiling what serving it may cost
 */
public record CostlyCustomer(CustomerId customer, double value, double cost, double ceiling) {

  public CostlyCustomer {
    requireNonNull(customer, "customer");
  }

  /**
   * What it costs beyond the ceiling.
   *
   * @return negative when it is below
   */
  public double excess() {
    return cost - ceiling;
  }
}
