package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Index;
import io.headlesscrm.core.storage.KeyType;
import io.headlesscrm.core.storage.Link;
import io.headlesscrm.core.storage.PersonalData;
import io.headlesscrm.core.storage.RecordType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All owners that one account has had and will have: never two on one day. A day without an owner is one in the pool. One
 * record per customer, so that two desks that assign it at once cannot both succeed. Immutable.
 *
 * @param customer whose ownership it is
 * @param assignments in order of time, none overlaps another
 */
public record Ownership(CustomerId customer, List<Assignment> assignments) {

  /** By everybody who is, was or will be owner. */
  public static final Index<Ownership, String> OWNER =
      Index.many("owner", KeyType.TEXT, Ownership::owners);

  /** How ownerships are stored. Assigned is the owner without a planned end. */
  public static final RecordType<CustomerId, Ownership> TYPE = RecordType.builder(
          "ownership", 1, Ownership::customer, CustomerId::value)
      .document(OwnershipForm::write, OwnershipForm::read)
      .index(OWNER)
      .customers(Link.one(Ownership::customer, Ownership::withCustomer))
      .mergedBy(Ownership::mergedWith)
      .assignees(Link.one(Ownership::openEndedOwner, Ownership::withOpenEndedOwner))
      .personal(PersonalData.anonymised(Ownership::reasons, Ownership::withoutReasons))
      .notOnTimeline()
      .build();

  public Ownership {
    requireNonNull(customer, "customer");
    assignments = List.copyOf(assignments);
    for (int i = 1; i < assignments.size(); i++) {
      requireOrder(customer, assignments.get(i - 1), assignments.get(i));
    }
  }

  /**
   * An account in the pool.
   *
   * @param customer whose
   * @return without assignments
   */
  public static Ownership none(CustomerId customer) {
    return new Ownership(customer, List.of());
  }

  /**
   * The assignment that holds on a day.
   *
   * @param day any
   * @return empty when the account is in the pool
   */
  public Optional<Assignment> findOn(LocalDate day) {
    return assignments.stream().filter(assignment -> assignment.holdsOn(day)).findFirst();
  }

  /**
   * With a new owner. What holds on its first day ends there, and what was planned after it is dropped.
   *
   * @param assignment to hold from now on
   * @return a new ownership; earlier days are as they were
   */
  public Ownership with(Assignment assignment) {
    List<Assignment> all = before(assignment.from(), null);
    all.add(assignment);
    return new Ownership(customer, all);
  }

  /**
   * Returned to the pool. What was planned after the day is dropped.
   *
   * @param day the first day in the pool
   * @param why it ended
   * @return a new ownership; earlier days are as they were
   */
  public Ownership released(LocalDate day, String why) {
    return new Ownership(customer, before(day, requireNonNull(why, "why")));
  }

  /**
   * With all that one actor has from a day on in the hands of another.
   *
   * @param from who hands over
   * @param to who takes over
   * @param day the first day in the new hands
   * @param why the reason of the new assignments
   * @param by who decided
   * @return this ownership when the first actor has nothing from that day on
   */
  public Ownership handedOver(ActorId from, ActorId to, LocalDate day, String why, ActorId by) {
    List<Assignment> all = new ArrayList<>();
    for (Assignment held : assignments) {
      if (!held.owner().equals(from) || held.isOverBy(day)) {
        all.add(held);
      } else {
        if (held.from().isBefore(day)) {
          all.add(held.ended(day, why));
        }
        all.add(held.takenOver(to, day, why, by));
      }
    }
    return new Ownership(customer, all);
  }

  /**
   * What two accounts are as one: the owners of this one, and on days on which it has none those of the other one.
   *
   * @param other the ownership of the customer that turned out to be the same
   * @return of this customer
   */
  public Ownership mergedWith(Ownership other) {
    List<Assignment> all = new ArrayList<>(assignments);
    @Nullable LocalDate gap = null;
    for (Assignment mine : assignments) {
      other.addWithin(gap, mine.from(), all);
      if (mine.until() == null) {
        return sorted(all);
      }
      gap = mine.until();
    }
    other.addWithin(gap, null, all);
    return sorted(all);
  }

  /** Only whose it is: reasons may be personal. */
  @Override
  public String toString() {
    return "ownership of " + customer;
  }

  private Ownership sorted(List<Assignment> all) {
    return new Ownership(
        customer, all.stream().sorted(Comparator.comparing(Assignment::from)).toList());
  }

  private void addWithin(@Nullable LocalDate start, @Nullable LocalDate end, List<Assignment> all) {
    if (start != null && start.equals(end)) {
      return;
    }
    for (Assignment held : assignments) {
      boolean beforeEnd = end == null || held.from().isBefore(end);
      boolean afterStart = start == null || !held.isOverBy(start);
      if (beforeEnd && afterStart) {
        all.add(held.within(start, end));
      }
    }
  }

  private List<Assignment> before(LocalDate day, @Nullable String why) {
    List<Assignment> earlier = new ArrayList<>();
    for (Assignment held : assignments) {
      if (held.from().isBefore(day)) {
        earlier.add(held.isOverBy(day) ? held : held.ended(day, why));
      }
    }
    return earlier;
  }

  private Ownership withCustomer(CustomerId other) {
    return new Ownership(other, assignments);
  }

  private @Nullable ActorId openEndedOwner() {
    return assignments.isEmpty() || last().until() != null ? null : last().owner();
  }

  private Ownership withOpenEndedOwner(ActorId other) {
    List<Assignment> all = new ArrayList<>(assignments);
    all.set(all.size() - 1, last().withOwner(other));
    return new Ownership(customer, all);
  }

  private Assignment last() {
    return assignments.get(assignments.size() - 1);
  }

  private List<String> owners() {
    return assignments.stream().map(held -> held.owner().value()).toList();
  }

  private List<String> reasons() {
    return assignments.stream()
        .flatMap(held -> Stream.of(held.reason(), Objects.requireNonNullElse(held.endReason(), "")))
        .filter(text -> !text.isBlank())
        .toList();
  }

  private Ownership withoutReasons() {
    return new Ownership(
        customer, assignments.stream().map(Assignment::withoutReasons).toList());
  }

  private static void requireOrder(CustomerId customer, Assignment first, Assignment second) {
    if (!first.isOverBy(second.from())) {
      throw new IllegalArgumentException("customer " + customer + " has two owners on "
          + second.from() + ", it must have at most one. Maybe end the first assignment there?");
    }
  }
}
