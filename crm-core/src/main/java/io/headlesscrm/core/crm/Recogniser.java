package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds known customers by numbers and addresses that are exactly the same. */
final class Recogniser {

  /** A number that more customers than these have in common recognises none of them. */
  private static final int MOST_MATCHES = 20;

  private final Store<CustomerId, Customer> customers;
  private final Store<CustomerId, Standing> standings;

  Recogniser(CrmStorage storage) {
    this.customers = storage.store(Customer.TYPE);
    this.standings = storage.store(Standing.TYPE);
  }

  List<CustomerMatch> matches(Guest guest) {
    return found(guest.keys()).map(known -> matchBy(known, guest.keys())).toList();
  }

  List<CustomerMatch> matches(Customer customer) {
    List<String> keys = new Guest(null, customer.allContactPoints(), customer.externalIds()).keys();
    List<CustomerMatch> matches =
        new ArrayList<>(found(keys).map(known -> matchBy(known, keys)).toList());
    boolean idSeen = matches.stream().anyMatch(match -> match.customer().equals(customer.id()));
    if (!idSeen) {
      customers
          .find(customer.id())
          .ifPresent(known ->
              matches.add(match(known.value(), List.of(Reason.of("recognition.same-id")))));
    }
    return matches;
  }

  private Stream<Customer> found(List<String> keys) {
    if (keys.isEmpty()) {
      return Stream.empty();
    }
    Criterion<Customer> any =
        Customer.EXTERNAL_ID.isAnyOf(keys).or(Customer.CONTACT_KEY.isAnyOf(keys));
    return customers.list(Query.where(any), Page.first(MOST_MATCHES)).items().stream()
        .map(Versioned::value);
  }

  private CustomerMatch matchBy(Customer customer, Collection<String> keys) {
    Set<String> shared = new HashSet<>();
    customer.allContactPoints().stream().map(ContactPoint::key).forEach(shared::add);
    customer.externalIds().stream().map(ExternalId::key).forEach(shared::add);
    shared.retainAll(keys);
    return match(
        customer,
        shared.stream()
            .sorted()
            .map(key -> Reason.of("recognition.same-number")
                .withValue("kind", key.substring(0, key.indexOf(':'))))
            .toList());
  }

  private CustomerMatch match(Customer customer, List<Reason> basis) {
    return new CustomerMatch(
        customer.id(),
        basis,
        standings.find(customer.id()).map(Versioned::value).orElse(null));
  }
}
