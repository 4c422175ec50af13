package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.CustomerKind;
import io.headlesscrm.core.customer.ExternalId;
import io.headlesscrm.core.customer.RelationshipKind;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules that find what contradicts itself. */
public final class ConsistencyRules {

  private static final Set<String> OF_COMPANIES = Set.of(ExternalId.USCC, ExternalId.LEI);

  private ConsistencyRules() {}

  /**
   * {@code current-name}: customers that bear only names of the past.
   *
   * @return looks at one thing
   */
  public static QualityRule currentName() {
    return QualityRule.of(
        "current-name",
        Dimension.CONSISTENCY,
        (customer, day) ->
            Inspected.of(Dossier.hasCurrentName(customer), Reason.of("quality.only-former-names")));
  }

  /**
   * {@code kind-of-numbers}: persons with a number that only organisations have, a USCC or an LEI. A sole trader with a
   * number of its own belongs on file as an organisation.
   *
   * @return looks at every number of a person
   */
  public static QualityRule kindOfNumbers() {
    return QualityRule.of("kind-of-numbers", Dimension.CONSISTENCY, ConsistencyRules::numbers);
  }

  /**
   * {@code one-parent}: customers with several parent companies on the day.
   *
   * @return looks at one thing of customers that have a parent company
   */
  public static QualityRule oneParent() {
    return QualityRule.of("one-parent", Dimension.CONSISTENCY, ConsistencyRules::parents);
  }

  /**
   * {@code parent-circle}: customers that own themselves by way of others on the day. Everybody in the circle is found;
   * who only hangs below one is not.
   *
   * @param parents knows the parents of others
   * @return looks at one thing of customers that have a parent company
   */
  public static QualityRule parentCircle(ParentSource parents) {
    requireNonNull(parents, "parents");
    return QualityRule.of(
        "parent-circle",
        Dimension.CONSISTENCY,
        (customer, day) -> customer.parentOn(day) == null
            ? Inspected.NOTHING
            : Inspected.of(
                !isInCircle(customer, parents, day), Reason.of("quality.parent-circle")));
  }

  /**
   * {@code dates}: verifications in the future, for which somebody mistook a date.
   *
   * @return looks at one thing of customers that were verified
   */
  public static QualityRule dates() {
    return QualityRule.of("dates", Dimension.CONSISTENCY, (customer, day) -> {
      LocalDate verified = customer.verifiedOn();
      return verified == null
          ? Inspected.NOTHING
          : Inspected.of(
              !verified.isAfter(day),
              Reason.of("quality.verified-in-future").withValue("day", verified));
    });
  }

  private static Inspected numbers(Customer customer, LocalDate day) {
    if (customer.kind() != CustomerKind.PERSON) {
      return Inspected.NOTHING;
    }
    List<Reason> problems = customer.externalIds().stream()
        .map(ExternalId::scheme)
        .filter(OF_COMPANIES::contains)
        .map(scheme -> Reason.of("quality.number-of-company").withValue("scheme", scheme))
        .toList();
    return new Inspected(customer.externalIds().size(), problems);
  }

  private static Inspected parents(Customer customer, LocalDate day) {
    long parents = customer.relationships().stream()
        .filter(related -> related.kind() == RelationshipKind.PARENT_COMPANY)
        .filter(related -> related.holdsOn(day))
        .count();
    return parents == 0
        ? Inspected.NOTHING
        : Inspected.of(parents == 1, Reason.of("quality.several-parents").with("parents", parents));
  }

  private static boolean isInCircle(Customer customer, ParentSource parents, LocalDate day) {
    Set<CustomerId> seen = new HashSet<>();
    @Nullable CustomerId above = customer.parentOn(day);
    while (above != null && !above.equals(customer.id()) && seen.add(above)) {
      above = parents.findParent(above, day).orElse(null);
    }
    return customer.id().equals(above);
  }
}
