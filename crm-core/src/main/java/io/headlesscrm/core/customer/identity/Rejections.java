package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The pairs that somebody looked at and found to be two customers. */
final class Rejections {

  private final Map<CustomerId, Set<CustomerId>> higherByLower = new HashMap<>();

  private Rejections() {}

  static Rejections all(CrmStorage storage) {
    return of(storage, Query.all());
  }

  static Rejections of(CrmStorage storage, CustomerId customer) {
    return of(storage, Query.where(RejectedPair.TYPE.of(customer)));
  }

  private static Rejections of(CrmStorage storage, Query<RejectedPair> query) {
    Rejections rejections = new Rejections();
    storage
        .store(RejectedPair.TYPE)
        .forEach(
            query,
            stored -> rejections.add(stored.value().first(), stored.value().second()));
    return rejections;
  }

  boolean contains(CustomerId one, CustomerId other) {
    return one.compareTo(other) < 0
        ? higherByLower.getOrDefault(one, Set.of()).contains(other)
        : higherByLower.getOrDefault(other, Set.of()).contains(one);
  }

  private void add(CustomerId lower, CustomerId higher) {
    higherByLower.computeIfAbsent(lower, id -> new HashSet<>()).add(higher);
  }
}
