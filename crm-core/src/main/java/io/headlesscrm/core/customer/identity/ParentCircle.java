package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.Relationship;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a merged customer would be its own parent company, over others, on any day. */
final class ParentCircle {

  private final CrmStorage storage;
  private final CustomerId winner;
  private final CustomerId loser;
  private final List<CustomerId> path = new ArrayList<>();

  private ParentCircle(CrmStorage storage, CustomerId winner, CustomerId loser) {
    this.storage = storage;
    this.winner = winner;
    this.loser = loser;
  }

  /** The companies in between, the parent first; empty when there is no circle. */
  static List<CustomerId> find(CrmStorage storage, Customer merged, CustomerId loser) {
    ParentCircle circle = new ParentCircle(storage, merged.id(), loser);
    return circle.closes(merged, LocalDate.MIN, LocalDate.MAX)
        ? List.copyOf(circle.path)
        : List.of();
  }

  private boolean closes(Customer customer, LocalDate start, LocalDate end) {
    return customer.relationships().stream()
        .filter(related -> related.kind() == RelationshipKind.PARENT_COMPANY)
        .anyMatch(parent -> closes(parent, start, end));
  }

  private boolean closes(Relationship parent, LocalDate start, LocalDate end) {
    LocalDate first = later(start, parent.from());
    LocalDate last = earlier(end, parent.until());
    if (!first.isBefore(last) || path.contains(parent.other())) {
      return false;
    }
    if (parent.other().equals(winner)) {
      return true;
    }
    path.add(parent.other());
    if (find(parent.other()).filter(above -> closes(above, first, last)).isPresent()) {
      return true;
    }
    path.remove(path.size() - 1);
    return false;
  }

  private Optional<Customer> find(CustomerId id) {
    return storage
        .store(Customer.TYPE)
        .find(id)
        .map(found -> Customer.TYPE.customers().replaced(found.value(), loser, winner));
  }

  private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
    return other != null && other.isAfter(day) ? other : day;
  }

  private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
    return other != null && other.isBefore(day) ? other : day;
  }
}
