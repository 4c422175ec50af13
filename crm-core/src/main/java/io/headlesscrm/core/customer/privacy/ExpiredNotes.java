package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.Note;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notes that may not be used any more: found, and taken out of the records and of their history. The before-images of
 * merges hold them until these are forgotten.
 */
public final class ExpiredNotes {

  private final CrmStorage storage;

  private ExpiredNotes(CrmStorage storage) {
    this.storage = storage;
  }

  /**
   * The notes of a storage.
   *
   * @param storage where customers and their changes are
   * @return the notes
   */
  public static ExpiredNotes in(CrmStorage storage) {
    return new ExpiredNotes(requireNonNull(storage, "storage"));
  }

  /**
   * The customers that have notes which may not be used on a day, in the record or its history.
   *
   * @param day any
   * @return by id, those of the history last
   */
  public Set<CustomerId> customers(LocalDate day) {
    Set<CustomerId> found = new LinkedHashSet<>();
    storage.store(Customer.TYPE).forEach(Query.all(), held -> {
      if (hasExpired(held.value(), day)) {
        found.add(held.value().id());
      }
    });
    storage.log(CustomerChange.TYPE).forEach(LogQuery.all(), change -> {
      if (change.before() != null && hasExpired(change.before(), day)) {
        found.add(change.customer());
      }
    });
    return found;
  }

  /**
   * Takes them out, in one unit of work.
   *
   * @param day the notes that may not be used on it go
   * @return the customers whose records or history changed
   */
  public Set<CustomerId> remove(LocalDate day) {
    return storage.unitOfWork().required(() -> {
      Set<CustomerId> found = customers(day);
      found.forEach(customer -> remove(customer, day));
      return found;
    });
  }

  private void remove(CustomerId id, LocalDate day) {
    Optional<Versioned<Customer>> held = storage.store(Customer.TYPE).find(id);
    if (held.isPresent() && hasExpired(held.get().value(), day)) {
      storage
          .store(Customer.TYPE)
          .update(without(held.get().value(), day), held.get().version())
          .orThrow();
    }
    storage
        .log(CustomerChange.TYPE)
        .rewrite(
            LogQuery.where(CustomerChange.TYPE.of(id)),
            change -> Optional.of(without(change, day)));
  }

  private static CustomerChange without(CustomerChange change, LocalDate day) {
    Customer before = change.before();
    return before == null
        ? change
        : new CustomerChange(
            change.id(),
            change.customer(),
            change.version(),
            change.by(),
            change.fields(),
            without(before, day));
  }

  private static Customer without(Customer customer, LocalDate day) {
    List<Note> kept = new ArrayList<>(customer.notes());
    kept.removeIf(note -> !note.holdsOn(day));
    return customer.toBuilder().notes(kept).build();
  }

  private static boolean hasExpired(Customer customer, LocalDate day) {
    return customer.notes().stream().anyMatch(note -> !note.holdsOn(day));
  }
}
