package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which neglected accounts return to the pool, by class. Pure functions of what is known about an account, so
 * that the effect is seen before they are put to work. An account whose class has no rule stays with its owner.
 *
 * <pre>{@code
 * PoolRules rules = PoolRules.none().with("A", new PoolRule(180, 60, 30)).otherwise(new PoolRule(90, 90, 0));
 * rules.simulate(accounts, firstOfJuly, firstOfAugust); // which would move in July?
 * }</pre>
 *
 * <p>Immutable.
 */
public final class PoolRules {

  private final Map<String, PoolRule> byClass;
  private final @Nullable PoolRule rest;

  private PoolRules(Map<String, PoolRule> byClass, @Nullable PoolRule rest) {
    this.byClass = byClass;
    this.rest = rest;
  }

  /**
   * No rule: every account stays with its owner.
   *
   * @return the rules to start from
   */
  public static PoolRules none() {
    return new PoolRules(Map.of(), null);
  }

  /**
   * These rules and one for a class.
   *
   * @param customerClass such as {@code A}
   * @param rule replaces the one that the class had
   * @return new rules
   */
  public PoolRules with(String customerClass, PoolRule rule) {
    Map<String, PoolRule> more = new TreeMap<>(byClass);
    more.put(requireNonNull(customerClass, "customerClass"), requireNonNull(rule, "rule"));
    return new PoolRules(more, rest);
  }

  /**
   * These rules and one for all other accounts, those without a class too.
   *
   * @param rule replaces the one that they had
   * @return new rules
   */
  public PoolRules otherwise(PoolRule rule) {
    return new PoolRules(byClass, requireNonNull(rule, "rule"));
  }

  /**
   * When an account returns to the pool if nothing else happens.
   *
   * @param account what is known now
   * @return the first day in the pool; empty when no rule is for it
   */
  public Optional<PoolReturn> findReturn(AccountFacts account) {
    return Optional.ofNullable(rule(account)).map(rule -> returned(account, rule));
  }

  /**
   * The accounts that would move within some days if the rules were put to work on the first of them and nothing else
   * happened.
   *
   * @param accounts what is known now
   * @param start the first day; what is overdue moves then
   * @param end the first day after
   * @return by day, then by customer
   */
  public List<PoolReturn> simulate(
      Collection<AccountFacts> accounts, LocalDate start, LocalDate end) {
    return accounts.stream()
        .flatMap(account -> findReturn(account).stream())
        .map(returned -> notBefore(start, returned))
        .filter(returned -> returned.day().isBefore(end))
        .sorted(Comparator.comparing(PoolReturn::day).thenComparing(PoolReturn::customer))
        .toList();
  }

  private @Nullable PoolRule rule(AccountFacts account) {
    String customerClass = account.customerClass();
    return customerClass == null ? rest : byClass.getOrDefault(customerClass, rest);
  }

  private static PoolReturn returned(AccountFacts account, PoolRule rule) {
    LocalDate owned = account.ownedSince();
    LocalDate purchase = later(owned, account.lastPurchase()).plusDays(rule.daysWithoutPurchase());
    LocalDate contact = later(owned, account.lastContact()).plusDays(rule.daysWithoutContact());
    LocalDate silent = later(purchase, contact);
    LocalDate end = account.contractEnd();
    LocalDate day = end == null ? silent : later(silent, end.plusDays(rule.daysAfterContract()));
    Reason reason = Reason.of("ownership.neglected")
        .with("purchase", rule.daysWithoutPurchase())
        .with("contact", rule.daysWithoutContact());
    return new PoolReturn(account.customer(), day, reason);
  }

  private static PoolReturn notBefore(LocalDate start, PoolReturn returned) {
    return new PoolReturn(returned.customer(), later(start, returned.day()), returned.reason());
  }

  private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
    return other != null && other.isAfter(day) ? other : day;
  }
}
