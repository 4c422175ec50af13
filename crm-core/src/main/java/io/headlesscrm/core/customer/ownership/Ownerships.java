package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which account, on any day. Each write is one unit of work.
 *
 * <pre>{@code
 * ownerships.assign(customer, Assignment.of(lin, monday, "new region", boss));
 * ownerships.findOwner(customer, friday); // lin
 * }</pre>
 */
public final class Ownerships {

  private final CrmStorage storage;
  private final Store<CustomerId, Ownership> store;

  private Ownerships(CrmStorage storage) {
    this.storage = storage;
    this.store = storage.store(Ownership.TYPE);
  }

  /**
   * The ownerships of a storage.
   *
   * @param storage where they are
   * @return the ownerships
   */
  public static Ownerships in(CrmStorage storage) {
    return new Ownerships(requireNonNull(storage, "storage"));
  }

  /**
   * All owners of a customer, past and planned.
   *
   * @param customer any
   * @return without assignments when it never had an owner
   */
  public Ownership of(CustomerId customer) {
    return store.find(customer).map(Versioned::value).orElseGet(() -> Ownership.none(customer));
  }

  /**
   * Who owns a customer on a day.
   *
   * @param customer any
   * @param day any
   * @return empty when it is in the pool
   */
  public Optional<ActorId> findOwner(CustomerId customer, LocalDate day) {
    return of(customer).findOn(day).map(Assignment::owner);
  }

  /**
   * Gives a customer to an owner, as {@link Ownership#with} does.
   *
   * @param customer any
   * @param assignment to hold from now on
   * @return the ownership as it is stored now
   */
  public Ownership assign(CustomerId customer, Assignment assignment) {
    return change(customer, ownership -> ownership.with(assignment));
  }

  /**
   * Returns a customer to the pool, as {@link Ownership#released} does.
   *
   * @param customer any
   * @param day the first day in the pool
   * @param why it ended
   * @return the ownership as it is stored now
   */
  public Ownership release(CustomerId customer, LocalDate day, String why) {
    return change(customer, ownership -> ownership.released(day, why));
  }

  /**
   * The portfolios of all owners on a day: every stored customer counts once.
   *
   * @param day any
   * @param work what a customer weighs
   * @return loads that sum to the total
   */
  public Loads loads(LocalDate day, ToLongFunction<CustomerId> work) {
    Map<CustomerId, Assignment> owned = new HashMap<>();
    store.forEach(
        Query.all(),
        held -> held.value()
            .findOn(day)
            .ifPresent(assignment -> owned.put(held.value().customer(), assignment)));
    Sum sum = new Sum();
    storage
        .store(Customer.TYPE)
        .forEach(
            Query.all(),
            held -> sum.add(
                owned.get(held.value().id()),
                new Load(1, work.applyAsLong(held.value().id()))));
    return new Loads(day, sum.byOwner, sum.pool, sum.byTerritory, sum.withoutTerritory, sum.total);
  }

  private Ownership change(CustomerId customer, UnaryOperator<Ownership> change) {
    return storage.unitOfWork().required(() -> {
      Optional<Versioned<Ownership>> held = store.find(customer);
      Ownership before = held.map(Versioned::value).orElseGet(() -> Ownership.none(customer));
      Ownership after = change.apply(before);
      return (held.isEmpty()
              ? store.insert(after)
              : store.update(after, held.get().version()))
          .orThrow()
          .value();
    });
  }

  private static final class Sum {

    private final SortedMap<ActorId, Load> byOwner = new TreeMap<>();
    private final SortedMap<String, Load> byTerritory = new TreeMap<>();
    private Load pool = Load.NONE;
    private Load withoutTerritory = Load.NONE;
    private Load total = Load.NONE;

    void add(@Nullable Assignment held, Load load) {
      total = total.plus(load);
      if (held == null) {
        pool = pool.plus(load);
      } else {
        byOwner.merge(held.owner(), load, Load::plus);
      }
      if (held == null || held.territory() == null) {
        withoutTerritory = withoutTerritory.plus(load);
      } else {
        byTerritory.merge(held.territory(), load, Load::plus);
      }
    }
  }
}
