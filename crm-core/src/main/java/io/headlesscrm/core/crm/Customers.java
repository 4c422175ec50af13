package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Assessment;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerBuilder;
import io.headlesscrm.core.customer.CustomerChange;
import io.headlesscrm.core.customer.identity.Aliases;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.stage.StageHistory;
import io.headlesscrm.core.customer.stage.StageRules;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers of a company: put on file, changed, recognised, moved from stage to stage, listed. */
public final class Customers {

  private final Store<CustomerId, Customer> store;
  private final Log<CustomerChange> changes;
  private final Log<StageChange> stageChanges;
  private final Log<Assessment> assessments;
  private final Units units;
  private final Standings standings;
  private final Recogniser recogniser;
  private final Family family;
  private final CustomerLists lists;
  private final Aliases aliases;
  private final StageRules stageRules;
  private final ZoneId zone;

  Customers(
      CrmStorage storage, Units units, Standings standings, StageRules stageRules, ZoneId zone) {
    this.store = storage.store(Customer.TYPE);
    this.changes = storage.log(CustomerChange.TYPE);
    this.stageChanges = storage.log(StageChange.TYPE);
    this.assessments = storage.log(Assessment.TYPE);
    this.units = units;
    this.standings = standings;
    this.recogniser = new Recogniser(storage);
    this.family = new Family(storage);
    this.lists = new CustomerLists(storage);
    this.aliases = Aliases.in(storage);
    this.stageRules = stageRules;
    this.zone = zone;
  }

  /**
   * Puts a customer on file, unless one with its id, one with a number or an address of it, or one that is certainly the
   * same by the {@link io.headlesscrm.core.customer.identity.DuplicateFinder} is there already.
   *
   * @param customer any
   * @param by who does it
   * @return filed, or who it may be
   * @throws IllegalArgumentException when it would own itself
   */
  public Registration register(Customer customer, Attribution by) {
    return units.required(() -> {
      List<CustomerMatch> matches = recogniser.matches(customer);
      return matches.isEmpty()
          ? new Registration.Filed(filed(customer, by))
          : new Registration.Known(matches);
    });
  }

  /**
   * Puts a customer on file although somebody else has a number or an address of it.
   *
   * @param customer with an id that is not taken
   * @param by who does it
   * @return filed, or known when the id is taken
   * @throws IllegalArgumentException when it would own itself
   */
  public Registration registerAnyway(Customer customer, Attribution by) {
    return units.required(() -> store.find(resolve(customer.id())).isPresent()
        ? new Registration.Known(recogniser.matches(customer))
        : new Registration.Filed(filed(customer, by)));
  }

  /**
   * Changes the record of a customer and keeps what it was.
   *
   * @param customer as it shall be
   * @param expectedVersion that the caller has read
   * @param by who changes it
   * @return refused when another version is stored
   * @throws IllegalArgumentException when it would own itself
   */
  public WriteOutcome<Customer> update(Customer customer, long expectedVersion, Attribution by) {
    return units.required(() -> {
      Optional<Versioned<Customer>> before = store.find(customer.id());
      family.requireNoCircle(customer);
      WriteOutcome<Customer> outcome = store.update(customer, expectedVersion);
      if (outcome.isDone()) {
        long version = outcome.orThrow().version();
        append(CustomerChange.between(before.orElseThrow().value(), customer, version, by));
      }
      return outcome;
    });
  }

  /**
   * The record of a customer.
   *
   * @param customer any, also one that was merged: then the one that remained
   * @return empty when there is none
   */
  public Optional<Versioned<Customer>> find(CustomerId customer) {
    return store.find(resolve(customer));
  }

  /**
   * The record of a customer as it was.
   *
   * @param customer any, also one that was merged
   * @param instant a change at this very instant has happened
   * @return empty before it was put on file
   */
  public Optional<Customer> findAsOf(CustomerId customer, Instant instant) {
    return CustomerChange.findAsOf(
        find(customer).map(Versioned::value).orElse(null), changes(customer), instant);
  }

  /**
   * All changes of a record.
   *
   * @param customer any, also one that was merged
   * @return the oldest first
   */
  public List<CustomerChange> changes(CustomerId customer) {
    return all(changes, LogQuery.where(CustomerChange.TYPE.of(resolve(customer))));
  }

  /**
   * Where a customer stands.
   *
   * @param customer any, also one that was merged
   * @return empty when nothing has been recorded for it
   */
  public Optional<Standing> findStanding(CustomerId customer) {
    return standings.find(resolve(customer)).map(Versioned::value);
  }

  /**
   * One page of customers. A name together with a standing is looked for along the standings: then a page that matches
   * little may read many.
   *
   * @param query which, and in which order
   * @param page which part
   * @return the page
   */
  public Slice<CustomerRow> list(CustomerQuery query, Page page) {
    return lists.list(query, page);
  }

  /**
   * Who a caller or guest may be.
   *
   * @param guest what was given
   * @return known customers with one of its numbers or addresses, by id; empty when there is none
   */
  public List<CustomerMatch> recognise(Guest guest) {
    return recogniser.matches(guest);
  }

  /**
   * Moves a customer to another stage. To actual and won back only a purchase leads.
   *
   * @param customer any, also one that was merged
   * @param to where to
   * @param reason why
   * @param by who moves it
   * @return moved, or why not
   * @throws IllegalArgumentException when the customer is not registered
   */
  public StageMove move(CustomerId customer, Stage to, Reason reason, Attribution by) {
    requireNonNull(to, "to");
    return units.required(() -> {
      Versioned<Standing> known = standing(customer, by);
      Standing standing = known.value();
      Stage from = standing.stage().stage();
      if (to == Stage.ACTUAL || to == Stage.WON_BACK || !from.mayBecome(to, standing.isBuyer())) {
        return new StageMove.Refused(refusal(from, to));
      }
      Standing moved = standings.moved(standing, to, standing.isBuyer(), by.at(), by, reason);
      standings.update(known, moved);
      return new StageMove.Moved(latest(moved.customer()));
    });
  }

  /**
   * Moves all customers whose silence has earned them another stage, each in a unit of its own: to be run every day. One
   * whose purchases were all taken back is silent since it came to its stage.
   *
   * @param today the day to judge by
   * @param by who moves them
   * @return what was changed, by customer
   */
  public List<StageChange> ageStages(LocalDate today, Attribution by) {
    List<CustomerId> silent = lists.silentBefore(
        today.minusDays(stageRules.dormantAfterDays() - 1L).atStartOfDay(zone).toInstant());
    List<StageChange> moved = new ArrayList<>();
    for (CustomerId customer : silent) {
      units.required(() -> age(customer, today, by)).ifPresent(moved::add);
    }
    return moved;
  }

  /**
   * The stages of a customer.
   *
   * @param customer any, also one that was merged
   * @return all changes in order
   */
  public StageHistory stages(CustomerId customer) {
    return StageHistory.of(
        all(stageChanges, LogQuery.where(StageChange.TYPE.of(resolve(customer)))));
  }

  /**
   * Keeps assessments and brings the latest of each kind into the standing.
   *
   * @param found of registered customers; those of others are kept too, without a standing
   * @param by who assessed
   * @return one outcome for each, in their order; a conflict: that kind was assessed otherwise as of the same day
   */
  public List<AppendOutcome> assess(List<Assessment> found, Attribution by) {
    return units.required(() -> {
      List<Assessment> own = found.stream()
          .map(assessment -> assessment.withCustomer(resolve(assessment.customer())))
          .toList();
      List<AppendOutcome> outcomes = assessments.append(own);
      for (int i = 0; i < own.size(); i++) {
        if (outcomes.get(i) == AppendOutcome.APPENDED) {
          classify(own.get(i), by);
        }
      }
      return outcomes;
    });
  }

  /**
   * What a company and all that it owns have spent, less returns.
   *
   * @param parent the company
   * @param day on which the ownership counts
   * @return minor units of the company's currency
   */
  public long groupValueMinor(CustomerId parent, LocalDate day) {
    return family.group(resolve(parent), day).stream()
        .flatMap(member -> standings.find(member).stream())
        .mapToLong(known -> known.value().summary().netMinor())
        .sum();
  }

  /**
   * The customer that an id leads to.
   *
   * @param customer any
   * @return the one that remained, if it was merged; else the id itself
   */
  public CustomerId resolve(CustomerId customer) {
    return aliases.resolve(customer);
  }

  /** The standing of a registered customer, begun if there is none. */
  Versioned<Standing> standing(CustomerId customer, Attribution by) {
    return standings.find(customer).orElseGet(() -> {
      CustomerId resolved = resolve(customer);
      return standings.find(resolved).orElseGet(() -> begun(resolved, by));
    });
  }

  void registerGuest(Guest guest, CustomerId id, Attribution by) {
    Optional<Versioned<Customer>> taken = store.find(id);
    if (taken.isPresent() && !recogniser.isSame(taken.get().value(), guest)) {
      throw new IllegalArgumentException("the new id " + id
          + " is that of a customer who has no number of the guest, it must be free."
          + " Maybe an id was used twice?");
    }
    if (taken.isEmpty()) {
      CustomerBuilder builder = Customer.person(id, guest.name() == null ? "?" : guest.name())
          .contactPoints(guest.points())
          .externalIds(guest.numbers())
          .source("guest");
      filed(guest.name() == null ? builder.names(List.of()).build() : builder.build(), by);
    }
  }

  private Versioned<Standing> begun(CustomerId customer, Attribution by) {
    if (store.find(customer).isEmpty()) {
      throw new IllegalArgumentException("customer " + customer
          + " is not registered, it must be. Maybe crm.customers().register(...) comes first?");
    }
    return standings.begin(customer, by);
  }

  private Customer filed(Customer customer, Attribution by) {
    family.requireNoCircle(customer);
    store.insert(customer).orThrow();
    append(CustomerChange.filed(customer, by));
    standings.begin(customer.id(), by);
    return customer;
  }

  private Optional<StageChange> age(CustomerId customer, LocalDate today, Attribution by) {
    @Nullable Versioned<Standing> known = standings.find(customer).orElse(null);
    if (known == null || !known.value().isBuyer()) {
      return Optional.empty();
    }
    Standing standing = known.value();
    Instant since =
        standing.last() == null ? standing.stage().since() : standing.last().at();
    LocalDate last = LocalDate.ofInstant(since, zone);
    return stageRules.findDue(known.value().stage().stage(), last, today).map(due -> {
      Standing moved =
          standings.moved(known.value(), due, true, by.at(), by, stageRules.silence(last, today));
      standings.update(known, moved);
      return latest(customer);
    });
  }

  private void classify(Assessment assessment, Attribution by) {
    CustomerId customer = assessment.customer();
    if (store.find(customer).isPresent()) {
      Versioned<Standing> known = standing(customer, by);
      standings.update(known, known.value().with(assessment));
    }
  }

  private StageChange latest(CustomerId customer) {
    return stages(customer).findLatest().orElseThrow();
  }

  private void append(CustomerChange change) {
    Appended.require(changes.append(List.of(change)), CustomerChange.TYPE.name(), change.id());
  }

  private static Reason refusal(Stage from, Stage to) {
    String key =
        to == Stage.ACTUAL || to == Stage.WON_BACK ? "stage.only-a-purchase" : "stage.no-way";
    return Reason.of(key)
        .withValue("from", Reason.of("stage." + from.name()))
        .withValue("to", Reason.of("stage." + to.name()));
  }

  private static <F> List<F> all(Log<F> log, LogQuery<F> query) {
    List<F> all = new ArrayList<>();
    log.forEach(query, all::add);
    return all;
  }
}
