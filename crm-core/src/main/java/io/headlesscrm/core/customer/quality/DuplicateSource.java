package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import java.util.Collection;
import java.util.Set;

/** Knows which customers may be the same as a given one. */
@FunctionalInterface
public interface DuplicateSource {

  /**
   * The customers that may be the same as this one.
   *
   * @param customer need not be on file
   * @return without the customer itself
   */
  Set<CustomerId> duplicatesOf(Customer customer);

  /**
   * The customers on file that share a number or a contact point with this one, exactly as keys compare. A wrong number
   * and a phone number too short to tell are no key.
   *
   * @param storage with customers
   * @return one look-up for each key
   */
  static DuplicateSource exact(CrmStorage storage) {
    return new StoredKeys(storage.store(Customer.TYPE));
  }

  /**
   * The same among customers that are in memory, which are read once.
   *
   * @param customers such as all rows of a file to be loaded
   * @return knows their keys alone
   */
  static DuplicateSource exact(Collection<Customer> customers) {
    return SharedKeys.of(customers);
  }
}
