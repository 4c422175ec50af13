package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules that find what is not known. */
public final class CompletenessRules {

  private CompletenessRules() {}

  /**
   * {@code contact-facts}: the six facts of the dossier that somebody enters.
   *
   * @return looks at six things of every customer
   */
  public static QualityRule contactFacts() {
    return QualityRule.of(
        "contact-facts",
        Dimension.COMPLETENESS,
        (customer, day) -> missing(Dossier.contactFacts(customer, day), false));
  }

  /**
   * {@code behaviour-facts}: the four facts of the dossier that purchases show, of customers whose purchases are enough to
   * show them all, which takes two days of purchase. What is missing then, purchases were recorded without.
   *
   * @param behaviours what the purchases of a customer show; empty for one that has none
   * @return looks at four things
   */
  public static QualityRule behaviourFacts(
      Function<CustomerId, Optional<BehaviourFacts>> behaviours) {
    requireNonNull(behaviours, "behaviours");
    return QualityRule.of(
        "behaviour-facts",
        Dimension.COMPLETENESS,
        (customer, day) -> behaviours
            .apply(customer.id())
            .filter(facts -> facts.medianGapDays().isPresent())
            .map(facts -> missing(facts.known(), true))
            .orElse(Inspected.NOTHING));
  }

  /**
   * {@code decider}: whether anybody is known who decides on purchases; for key accounts, to which offers and visits must
   * find the right door.
   *
   * @param keyAccounts the customers it matters for; a person decides for itself
   * @return looks at one thing
   */
  public static QualityRule decider(Predicate<Customer> keyAccounts) {
    return QualityRule.of("decider", Dimension.COMPLETENESS, CompletenessRules::decider)
        .onlyFor(keyAccounts);
  }

  private static Inspected decider(Customer customer, LocalDate day) {
    return switch (customer.kind()) {
      case PERSON -> Inspected.NOTHING;
      case ORGANISATION ->
        Inspected.of(!customer.deciders().isEmpty(), Reason.of("quality.no-decider"));
    };
  }

  private static Inspected missing(Set<DossierFact> known, boolean derived) {
    List<DossierFact> asked = Arrays.stream(DossierFact.values())
        .filter(fact -> fact.isDerived() == derived)
        .toList();
    return new Inspected(
        asked.size(),
        asked.stream()
            .filter(fact -> !known.contains(fact))
            .map(CompletenessRules::missing)
            .toList());
  }

  private static Reason missing(DossierFact fact) {
    return Reason.of("quality.missing").withValue("fact", Reason.of("quality." + fact.name()));
  }
}
