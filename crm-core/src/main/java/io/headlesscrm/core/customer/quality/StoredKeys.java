package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import java.util.Set;
import java.util.TreeSet;

/** Asks the store who has which key. */
final class StoredKeys implements DuplicateSource {

  private final Store<CustomerId, Customer> store;

  StoredKeys(Store<CustomerId, Customer> store) {
    this.store = store;
  }

  @Override
  public Set<CustomerId> duplicatesOf(Customer customer) {
    Set<CustomerId> duplicates = new TreeSet<>();
    SharedKeys.numbers(customer).forEach(key -> add(duplicates, Customer.EXTERNAL_ID, key));
    SharedKeys.contactKeys(customer).forEach(key -> add(duplicates, Customer.CONTACT_KEY, key));
    duplicates.remove(customer.id());
    return duplicates;
  }

  private void add(Set<CustomerId> duplicates, Index<Customer, String> index, String key) {
    store.forEach(
        Query.where(index.is(key)),
        versioned -> duplicates.add(versioned.value().id()));
  }
}
