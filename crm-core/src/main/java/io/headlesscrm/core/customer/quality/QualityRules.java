package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules by which records of customers are judged. A host takes the standard ones, leaves out what it does not care
 * for, and adds its own.
 *
 * <pre>{@code
 * QualityRules rules = QualityRules.standard(365)
 *     .with(CompletenessRules.decider(keyAccounts))
 *     .with(UniquenessRules.sharedWith(DuplicateSource.exact(storage)))
 *     .with(QualityRule.of("industry", Dimension.COMPLETENESS, hasIndustry));
 * QualityReport report = rules.report(storage, today, 100);
 * }</pre>
 *
 * <p>An erased record, which has no name any more, is left out everywhere. Immutable.
 */
public final class QualityRules {

  private final List<QualityRule> rules;

  private QualityRules(List<QualityRule> rules) {
    this.rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (QualityRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two rules are called " + rule.name()
            + ", each must have a name of its own. Maybe leave the old one out first?");
      }
    }
  }

  /**
   * Rules that need nothing but the record.
   *
   * @param verifiedWithinDays how many days a verification is good for, at least 1
   * @return the standard rules
   */
  public static QualityRules standard(int verifiedWithinDays) {
    return of(List.of(
        CompletenessRules.contactFacts(),
        AccuracyRules.checkDigits(),
        ValidityRules.numberForm(),
        ValidityRules.emailForm(),
        ValidityRules.phoneForm(),
        ValidityRules.countryCode(),
        ValidityRules.contactPointsHold(),
        ValidityRules.notesHold(),
        ConsistencyRules.currentName(),
        ConsistencyRules.kindOfNumbers(),
        ConsistencyRules.oneParent(),
        ConsistencyRules.dates(),
        UniquenessRules.repeatedParts(),
        TimelinessRules.verifiedWithin(verifiedWithinDays)));
  }

  /**
   * Any rules.
   *
   * @param rules in the order in which findings are listed; names differ
   * @return the rules
   */
  public static QualityRules of(List<QualityRule> rules) {
    return new QualityRules(rules);
  }

  /**
   * These rules and one more.
   *
   * @param rule with a name that none of these has
   * @return new rules
   */
  public QualityRules with(QualityRule rule) {
    List<QualityRule> more = new ArrayList<>(rules);
    more.add(requireNonNull(rule, "rule"));
    return new QualityRules(more);
  }

  /**
   * These rules less one.
   *
   * @param name of the rule
   * @return new rules
   * @throws IllegalArgumentException when there is no such rule
   */
  public QualityRules without(String name) {
    List<QualityRule> fewer =
        rules.stream().filter(rule -> !rule.name().equals(name)).toList();
    if (fewer.size() == rules.size()) {
      throw new IllegalArgumentException("no rule is called " + name + ", the names are "
          + rules.stream().map(QualityRule::name).toList() + ". Maybe it is spelled otherwise?");
    }
    return new QualityRules(fewer);
  }

  /**
   * The rules.
   *
   * @return in the order in which findings are listed; unmodifiable
   */
  public List<QualityRule> rules() {
    return rules;
  }

  /**
   * Judges one record.
   *
   * @param customer any; an erased one is judged by no rule
   * @param day the day to judge by
   * @return its quality
   */
  public CustomerQuality inspect(Customer customer, LocalDate day) {
    List<RuleTally> tallies = new ArrayList<>(rules.size());
    List<Finding> findings = new ArrayList<>();
    for (QualityRule rule : rules) {
      Inspected inspected =
          isErased(customer) ? Inspected.NOTHING : rule.inspection().inspect(customer, day);
      tallies.add(RuleTally.of(rule, inspected));
      inspected
          .problems()
          .forEach(problem -> findings.add(new Finding(rule.name(), rule.dimension(), problem)));
    }
    return new CustomerQuality(customer.id(), tallies, findings);
  }

  /**
   * Judges many records.
   *
   * @param customers in any order, which makes no difference
   * @param day the day to judge by
   * @param most how many records to mend are listed at most, at least 0
   * @return the report
   */
  public QualityReport report(Iterable<Customer> customers, LocalDate day, int most) {
    ReportAssembly assembly = new ReportAssembly(this, day, most);
    customers.forEach(assembly::add);
    return assembly.finish();
  }

  /**
   * Judges all records of a storage, page by page.
   *
   * @param storage with customers
   * @param day the day to judge by
   * @param most how many records to mend are listed at most, at least 0
   * @return the report
   */
  public QualityReport report(CrmStorage storage, LocalDate day, int most) {
    ReportAssembly assembly = new ReportAssembly(this, day, most);
    storage.store(Customer.TYPE).forEach(Query.all(), versioned -> assembly.add(versioned.value()));
    return assembly.finish();
  }

  static boolean isErased(Customer customer) {
    return customer.names().isEmpty();
  }
}
