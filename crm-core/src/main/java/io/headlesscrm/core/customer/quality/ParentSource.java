package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import java.time.LocalDate;
import java.util.Optional;

/** Knows the parent companies of customers. */
@FunctionalInterface
public interface ParentSource {

  /**
   * The company that owns a customer on a day.
   *
   * @param customer any
   * @param day any
   * @return empty when there is none, or no such customer
   */
  Optional<CustomerId> findParent(CustomerId customer, LocalDate day);

  /**
   * The parents that are on file.
   *
   * @param storage with customers
   * @return one look-up for each question
   */
  static ParentSource of(CrmStorage storage) {
    return (customer, day) -> storage
        .store(Customer.TYPE)
        .find(customer)
        .map(versioned -> versioned.value().parentOn(day));
  }
}
