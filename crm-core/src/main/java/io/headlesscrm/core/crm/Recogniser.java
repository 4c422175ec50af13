package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.ContactPoint;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.identity.Aliases;
import io.headlesscrm.core.customer.identity.DuplicateFinder;
import io.headlesscrm.core.customer.identity.DuplicatePair;
import io.headlesscrm.core.customer.identity.Verdict;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds known customers by numbers and addresses that are exactly the same. */
final class Recogniser {

  /** A number that more customers than these have in common recognises none of them. */
  private static final int MOST_MATCHES = 20;

  private final Store<CustomerId, Customer> customers;
  private final Store<CustomerId, Standing> standings;
  private final DuplicateFinder duplicates;
  private final Aliases aliases;

  Recogniser(CrmStorage storage) {
    this.customers = storage.store(Customer.TYPE);
    this.standings = storage.store(Standing.TYPE);
    this.duplicates = DuplicateFinder.of(storage);
    this.aliases = Aliases.in(storage);
  }

  List<CustomerMatch> matches(Guest guest) {
    return found(guest.keys()).map(known -> matchBy(known, guest.keys())).toList();
  }

  /** By the id, then by exact numbers, then by all that the search for duplicates is certain of. */
  List<CustomerMatch> matches(Customer customer) {
    Map<CustomerId, CustomerMatch> matches = new LinkedHashMap<>();
    customers
        .find(aliases.resolve(customer.id()))
        .map(known -> match(known.value().id(), List.of(Reason.of("recognition.same-id"))))
        .ifPresent(match -> matches.put(match.customer(), match));
    List<String> keys = new Guest(null, customer.allContactPoints(), customer.externalIds()).keys();
    found(keys)
        .map(known -> matchBy(known, keys))
        .forEach(match -> matches.putIfAbsent(match.customer(), match));
    for (DuplicatePair pair : duplicates.searchFor(customer).pairs(Verdict.CERTAIN)) {
      matches.computeIfAbsent(pair.other(customer.id()), id -> match(id, pair.reasons()));
    }
    return List.copyOf(matches.values());
  }

  boolean isSame(Customer customer, Guest guest) {
    return !matchBy(customer, guest.keys()).basis().isEmpty();
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
        customer.id(),
        shared.stream()
            .sorted()
            .map(key -> Reason.of("recognition.same-number")
                .withValue("kind", key.substring(0, key.indexOf(':'))))
            .toList());
  }

  private CustomerMatch match(CustomerId customer, List<Reason> basis) {
    return new CustomerMatch(
        customer, basis, standings.find(customer).map(Versioned::value).orElse(null));
  }
}
