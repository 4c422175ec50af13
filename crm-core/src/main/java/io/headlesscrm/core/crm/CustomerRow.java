package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.standing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * One customer of a list.
 *
 * @param customer the record
 * @param standing stage, value, class and owner; null when nothing has been recorded for the customer
 */
public record CustomerRow(Customer customer, @Nullable Standing standing) {

  public CustomerRow {
    requireNonNull(customer, "customer");
  }
}
