package io.headlesscrm.core.crm;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.identity.StoredValue;
import io.headlesscrm.core.customer.ownership.AccountFacts;
import io.headlesscrm.core.customer.ownership.Assignment;
import io.headlesscrm.core.customer.ownership.Handover;
import io.headlesscrm.core.customer.ownership.HandoverId;
import io.headlesscrm.core.customer.ownership.HandoverOrder;
import io.headlesscrm.core.customer.ownership.HandoverOutcome;
import io.headlesscrm.core.customer.ownership.HandoverPlan;
import io.headlesscrm.core.customer.ownership.Loads;
import io.headlesscrm.core.customer.ownership.Ownership;
import io.headlesscrm.core.customer.ownership.Ownerships;
import io.headlesscrm.core.customer.ownership.PoolReturn;
import io.headlesscrm.core.customer.ownership.PoolRules;
import io.headlesscrm.core.customer.ownership.ReturnOutcome;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.service.interaction.Interaction;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.TypeRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looks after whom: dated, handed over without loss, returned to the pool when neglected. */
public final class Owners {

  private final CrmStorage storage;
  private final Units units;
  private final Standings standings;
  private final Customers customers;
  private final Ownerships ownerships;
  private final Handover handover;
  private final ZoneId zone;

  Owners(
      CrmStorage storage,
      TypeRegistry registry,
      Units units,
      Standings standings,
      Customers customers,
      ZoneId zone) {
    this.storage = storage;
    this.units = units;
    this.standings = standings;
    this.customers = customers;
    this.ownerships = Ownerships.in(storage);
    this.handover = Handover.over(storage, registry);
    this.zone = zone;
  }

  /**
   * Gives a customer to an owner.
   *
   * @param customer any, also one that was merged
   * @param owner who looks after it from now on
   * @param from the first day
   * @param reason why
   * @param by who decided
   * @return all owners of the customer
   * @throws IllegalArgumentException when the customer is not registered
   */
  public Ownership assign(
      CustomerId customer, ActorId owner, LocalDate from, String reason, Attribution by) {
    Assignment assignment = Assignment.of(owner, from, reason, by.actor());
    return units.required(() -> {
      CustomerId id = customers.standing(customer, by).value().customer();
      return shown(ownerships.assign(id, assignment), today(by), by);
    });
  }

  /**
   * Returns a customer to the pool.
   *
   * @param customer any, also one that was merged
   * @param day the first day without an owner
   * @param reason why
   * @param by who decided
   * @return all owners of the customer
   * @throws IllegalArgumentException when the customer is not registered
   */
  public Ownership release(CustomerId customer, LocalDate day, String reason, Attribution by) {
    return units.required(() -> {
      CustomerId id = customers.standing(customer, by).value().customer();
      return shown(ownerships.release(id, day, reason), today(by), by);
    });
  }

  /**
   * Who looks after a customer on a day.
   *
   * @param customer any, also one that was merged
   * @param day any
   * @return empty when it is in the pool
   */
  public Optional<ActorId> findOwner(CustomerId customer, LocalDate day) {
    return ownerships.findOwner(customers.resolve(customer), day);
  }

  /**
   * Brings what was dated ahead into the standings, each in a unit of its own: to be run at the begin of a day.
   *
   * @param today whose owners the counter shall name
   * @param by who runs it
   * @return whose owner is another one now
   */
  public List<CustomerId> bringUpToDate(LocalDate today, Attribution by) {
    List<Ownership> all = new ArrayList<>();
    storage.store(Ownership.TYPE).forEach(Query.all(), held -> all.add(held.value()));
    List<CustomerId> changed = new ArrayList<>();
    for (Ownership ownership : all) {
      Optional<ActorId> owner = ownership.findOn(today).map(Assignment::owner);
      Optional<Standing> standing = customers.findStanding(ownership.customer());
      if (standing.isPresent() && !standing.map(Standing::owner).equals(owner)) {
        units.required(() -> shown(ownership, today, by));
        changed.add(ownership.customer());
      }
    }
    return changed;
  }

  /**
   * How many customers each owner has, and what they are worth.
   *
   * @param day any
   * @return customers, and spend less returns in minor units, which sum to the totals
   */
  public Loads loads(LocalDate day) {
    return ownerships.loads(
        day,
        customer -> customers
            .findStanding(customer)
            .map(standing -> standing.summary().netMinor())
            .orElse(0L));
  }

  /**
   * All that would change hands. Nothing is written.
   *
   * @param order who shall hand over what to whom
   * @return the plan, to be shown
   */
  public HandoverPlan plan(HandoverOrder order) {
    return handover.plan(order);
  }

  /**
   * Hands over exactly as planned, in one unit. Accounts change hands on the day of the order; all other open work at
   * once, so a hand-over is best applied on its day.
   *
   * @param plan as it was shown
   * @param id under which a substitute gives back
   * @param by who does it
   * @return with the proof that nothing but the owner changed, or why not
   */
  public HandoverOutcome apply(HandoverPlan plan, HandoverId id, Attribution by) {
    return units.required(() -> {
      HandoverOutcome outcome = plan.apply(id, by.at());
      if (outcome instanceof HandoverOutcome.Done) {
        showToday(plan.values(), by);
      }
      return outcome;
    });
  }

  /**
   * Gives back what a substitute still has.
   *
   * @param id of the hand-over
   * @param day the first day in the old hands again
   * @param by who decided
   * @return what went back and what did not
   */
  public ReturnOutcome giveBack(HandoverId id, LocalDate day, Attribution by) {
    return units.required(() -> {
      ReturnOutcome outcome = handover.giveBack(id, day, by.actor(), by.at());
      if (outcome instanceof ReturnOutcome.Returned returned) {
        showToday(returned.returned(), by);
      }
      return outcome;
    });
  }

  /**
   * The hand-overs themselves, for open work and those that are due back. The standing of an account that was handed over
   * ahead counts as open work of its present owner until the day comes.
   *
   * @return reads this storage
   */
  public Handover handovers() {
    return handover;
  }

  /**
   * What the rules of the pool go by, for every customer that has an owner.
   *
   * @param today whose owners count
   * @param kind of the class that the rules name, such as {@code abc}
   * @param contractEnds the first day without a contract, where there is one
   * @return by customer
   */
  public List<AccountFacts> accounts(
      LocalDate today, String kind, Map<CustomerId, LocalDate> contractEnds) {
    List<AccountFacts> accounts = new ArrayList<>();
    storage
        .store(Ownership.TYPE)
        .forEach(
            Query.all(),
            held -> held.value()
                .findOn(today)
                .map(assignment -> account(held.value(), assignment, kind, contractEnds))
                .ifPresent(accounts::add));
    return accounts;
  }

  /**
   * Returns the neglected accounts to the pool, each in a unit of its own.
   *
   * @param returns as the rules gave them, see {@link PoolRules#simulate}
   * @param by who does it
   * @return how many were returned
   */
  public int release(List<PoolReturn> returns, Attribution by) {
    returns.forEach(each -> release(each.customer(), each.day(), each.reason().toString(), by));
    return returns.size();
  }

  private AccountFacts account(
      Ownership ownership,
      Assignment assignment,
      String kind,
      Map<CustomerId, LocalDate> contractEnds) {
    CustomerId customer = ownership.customer();
    Optional<Standing> standing = customers.findStanding(customer);
    return new AccountFacts(
        customer,
        assignment.from(),
        standing.flatMap(known -> known.findClass(kind)).orElse(null),
        contractEnds.get(customer),
        standing.map(Standing::last).map(last -> day(last.at())).orElse(null),
        lastContact(customer).map(this::day).orElse(null));
  }

  private Optional<Instant> lastContact(CustomerId customer) {
    return storage
        .log(Interaction.TYPE)
        .list(LogQuery.where(Interaction.TYPE.of(customer)).reversed(), Page.first(1))
        .items()
        .stream()
        .findFirst()
        .map(Interaction::at);
  }

  /** What was dated ahead is not shown before its day. */
  private void showToday(List<StoredValue> moved, Attribution by) {
    moved.stream()
        .filter(value -> value.type().equals(Ownership.TYPE.name()))
        .map(value -> ownerships.of(CustomerId.of(value.id())))
        .filter(ownership -> customers.findStanding(ownership.customer()).isPresent())
        .forEach(ownership -> shown(ownership, today(by), by));
  }

  private Ownership shown(Ownership ownership, LocalDate today, Attribution by) {
    var known = customers.standing(ownership.customer(), by);
    ActorId owner = ownership.findOn(today).map(Assignment::owner).orElse(null);
    standings.update(known, known.value().withOwner(owner));
    return ownership;
  }

  private LocalDate today(Attribution by) {
    return day(by.at());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
