package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a file grows: identified, filed when the facts that it must hold are there, maintained as long as it is verified in
 * time. The step follows from the record and a day; nobody sets it by hand.
 *
 * @param mustHold the facts that a filed record holds; of the six that somebody enters
 * @param verifiedWithinDays how many days a verification is good for, at least 1
 */
public record ArchiveProcedure(Set<DossierFact> mustHold, int verifiedWithinDays) {

  /** Name, contact way and address; verified within a year. */
  public static final ArchiveProcedure DEFAULT = new ArchiveProcedure(
      EnumSet.of(DossierFact.NAME, DossierFact.CONTACT_WAY, DossierFact.ADDRESS), 365);

  /** A record without a key comes before all others. */
  private static final Query<Customer> BY_VERIFICATION =
      Query.<Customer>all().orderedBy(Customer.VERIFIED_ON);

  public ArchiveProcedure {
    EnumSet<DossierFact> copy = EnumSet.noneOf(DossierFact.class);
    copy.addAll(mustHold);
    mustHold = Collections.unmodifiableSet(copy);
    TimelinessRules.requirePositive(verifiedWithinDays);
    if (copy.stream().anyMatch(DossierFact::isDerived)) {
      throw new IllegalArgumentException("mustHold is " + copy
          + ", it must hold facts that somebody enters. Maybe leave out what purchases show?");
    }
  }

  /**
   * How far the file of a customer has come.
   *
   * @param customer its record
   * @param day the day to judge by
   * @return the step
   */
  public ArchiveStep step(Customer customer, LocalDate day) {
    if (!missing(customer, day).isEmpty()) {
      return ArchiveStep.IDENTIFIED;
    }
    return TimelinessRules.isVerified(customer, verifiedWithinDays, day)
        ? ArchiveStep.MAINTAINED
        : ArchiveStep.FILED;
  }

  /**
   * Why a file may not be moved from one step to another.
   *
   * @param from where it is
   * @param to where somebody wants it
   * @param customer its record
   * @param day the day to judge by
   * @return empty when it may: the step is the next one or the one before, and the record bears it out
   */
  public Optional<Reason> findRefusal(
      ArchiveStep from, ArchiveStep to, Customer customer, LocalDate day) {
    if (!from.mayBecome(to)) {
      return Optional.of(Reason.of("quality.illegal-step")
          .withValue("from", Reason.of("quality." + from.name()))
          .withValue("to", Reason.of("quality." + to.name())));
    }
    ArchiveStep borneOut = step(customer, day);
    boolean up = to.compareTo(from) > 0;
    int beyond = borneOut.compareTo(to);
    return (up ? beyond >= 0 : beyond <= 0)
        ? Optional.empty()
        : Optional.of(Reason.of("quality.step-not-borne-out")
            .withValue("to", Reason.of("quality." + to.name()))
            .withValue("step", Reason.of("quality." + borneOut.name())));
  }

  /**
   * The facts that the file lacks to be filed.
   *
   * @param customer its record
   * @param day the day on which contact points and notes must hold
   * @return in the order of the enum
   */
  public List<DossierFact> missing(Customer customer, LocalDate day) {
    EnumSet<DossierFact> known = Dossier.contactFacts(customer, day);
    return mustHold.stream().filter(fact -> !known.contains(fact)).toList();
  }

  /**
   * The customers whose verification is too old, or that nobody has ever verified. Erased ones are left out.
   *
   * @param storage with customers
   * @param day the day to judge by
   * @param most how many at most, at least 1
   * @return never verified ones first, then the longest ago; of one day by id
   */
  public List<CustomerId> overdue(CrmStorage storage, LocalDate day, int most) {
    List<CustomerId> overdue = new ArrayList<>();
    Page page = Page.first(500);
    boolean more = true;
    while (more) {
      Slice<Versioned<Customer>> slice = storage.store(Customer.TYPE).list(BY_VERIFICATION, page);
      List<Customer> late = slice.items().stream()
          .map(Versioned::value)
          .takeWhile(customer -> !TimelinessRules.isVerified(customer, verifiedWithinDays, day))
          .toList();
      late.stream()
          .filter(customer -> !QualityRules.isErased(customer))
          .limit(most - overdue.size())
          .forEach(customer -> overdue.add(customer.id()));
      more = overdue.size() < most && late.size() == slice.items().size() && !slice.isLast();
      page = page.after(slice.next());
    }
    return overdue;
  }
}
