package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which ids lead to which customer after merges. Reads the storage with each call. */
public final class Aliases {

  private final Store<CustomerId, CustomerAlias> aliases;

  private Aliases(CrmStorage storage) {
    this.aliases = storage.store(CustomerAlias.TYPE);
  }

  /**
   * The aliases of a storage.
   *
   * @param storage where merges are recorded
   * @return the aliases
   */
  public static Aliases in(CrmStorage storage) {
    return new Aliases(requireNonNull(storage, "storage"));
  }

  /**
   * The customer that an id leads to, along the whole chain of merges.
   *
   * @param id any
   * @return the id itself when it was never merged into another one
   */
  public CustomerId resolve(CustomerId id) {
    Set<CustomerId> seen = new LinkedHashSet<>();
    CustomerId last = requireNonNull(id, "id");
    Optional<CustomerId> next = winner(last);
    while (next.isPresent() && seen.add(last)) {
      last = next.get();
      next = winner(last);
    }
    return last;
  }

  /**
   * Every id under which something of a customer may be stored.
   *
   * @param id of a customer or one of its aliases
   * @return the customer's own id first, then those that were merged into it
   */
  public Set<CustomerId> allOf(CustomerId id) {
    Set<CustomerId> all = new LinkedHashSet<>();
    Deque<CustomerId> open = new ArrayDeque<>();
    open.add(resolve(id));
    while (!open.isEmpty()) {
      CustomerId next = open.remove();
      if (all.add(next)) {
        aliases.forEach(
            Query.where(CustomerAlias.WINNER.is(next.value())),
            alias -> open.add(alias.value().loser()));
      }
    }
    return all;
  }

  private Optional<CustomerId> winner(CustomerId loser) {
    return aliases.find(loser).map(Versioned::value).map(CustomerAlias::winner);
  }
}
