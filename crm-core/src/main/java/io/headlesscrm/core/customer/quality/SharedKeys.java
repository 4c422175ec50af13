package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who has which key. */
final class SharedKeys implements DuplicateSource {

  private final Map<String, Set<CustomerId>> holders;

  private SharedKeys(Map<String, Set<CustomerId>> holders) {
    this.holders = holders;
  }

  static SharedKeys of(Collection<Customer> customers) {
    Map<String, Set<CustomerId>> holders = new HashMap<>();
    for (Customer customer : customers) {
      keys(customer)
          .forEach(key -> holders.computeIfAbsent(key, none -> new TreeSet<>()).add(customer.id()));
    }
    return new SharedKeys(holders);
  }

  @Override
  public Set<CustomerId> duplicatesOf(Customer customer) {
    Set<CustomerId> duplicates = new TreeSet<>();
    keys(customer).forEach(key -> duplicates.addAll(holders.getOrDefault(key, Set.of())));
    duplicates.remove(customer.id());
    return duplicates;
  }

  private static Stream<String> keys(Customer customer) {
    return Stream.concat(numbers(customer), contactKeys(customer));
  }

  static Stream<String> numbers(Customer customer) {
    return customer.externalIds().stream()
        .map(number -> number.key())
        .filter(key -> !key.isEmpty())
        .distinct();
  }

  static Stream<String> contactKeys(Customer customer) {
    return customer.allContactPoints().stream()
        .map(point -> point.key())
        .filter(key -> !key.isEmpty())
        .distinct();
  }
}
