package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which companies own which. */
final class Family {

  private final Store<CustomerId, Customer> customers;

  Family(CrmStorage storage) {
    this.customers = storage.store(Customer.TYPE);
  }

  /** Climbs from the owners that a record names, over all times, and must not come back to it. */
  void requireNoCircle(Customer customer) {
    Set<CustomerId> seen = new HashSet<>();
    Deque<Customer> open = new ArrayDeque<>(Set.of(customer));
    while (!open.isEmpty()) {
      for (Relationship related : open.pop().relationships()) {
        if (related.kind() == RelationshipKind.PARENT_COMPANY && seen.add(related.other())) {
          customers.find(related.other()).map(Versioned::value).ifPresent(open::push);
        }
      }
    }
    if (seen.contains(customer.id())) {
      throw new IllegalArgumentException(
          "customer " + customer.id()
              + " would own itself by its parent companies, it must not. Maybe parent and child are swapped?");
    }
  }

  /** A company and all that it owns on a day. */
  Set<CustomerId> group(CustomerId parent, LocalDate day) {
    Set<CustomerId> group = new LinkedHashSet<>(Set.of(parent));
    Deque<CustomerId> open = new ArrayDeque<>(group);
    while (!open.isEmpty()) {
      CustomerId owner = open.pop();
      customers.forEach(Query.where(Customer.PARENT.is(owner.value())), child -> {
        boolean owned = owner.equals(child.value().parentOn(day));
        if (owned && group.add(child.value().id())) {
          open.push(child.value().id());
        }
      });
    }
    return group;
  }
}
