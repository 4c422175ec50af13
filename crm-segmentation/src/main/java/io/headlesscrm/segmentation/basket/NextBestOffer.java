package io.headlesscrm.segmentation.basket;

import io.headlesscrm.core.id.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to offer a customer next: of the items that it has never bought those that a rule speaks for whose antecedent it
 * has bought, the surest first. Immutable and thread-safe.
 */
public final class NextBestOffer {

  private static final Comparator<Offer> SUREST_FIRST = Comparator.comparingDouble(
          (Offer offer) -> offer.rule().confidence())
      .thenComparingDouble(offer -> offer.rule().lift())
      .reversed()
      .thenComparing(Offer::item);

  private final List<AssociationRule> rules;

  private NextBestOffer(List<AssociationRule> rules) {
    this.rules = rules;
  }

  /**
   * Offers by rules.
   *
   * @param rules as mined; those with more than one item on the right side, without lift, redundant, or of a corrected
   *     p-value above the bound are left out
   * @param maxPValue in [0, 1]
   * @return the offers
   */
  public static NextBestOffer of(Collection<AssociationRule> rules, double maxPValue) {
    return new NextBestOffer(rules.stream()
        .filter(rule -> rule.consequent().size() == 1)
        .filter(rule -> rule.lift() > 1 && !rule.isRedundant())
        .filter(rule -> rule.adjustedPValue() <= maxPValue)
        .toList());
  }

  /**
   * The offers for one customer.
   *
   * @param bought everything that the customer has ever bought; never offered
   * @param most how many offers at most
   * @return the surest first, ties by lift, then by item; empty when no rule speaks for anything
   */
  public List<Offer> offers(Set<String> bought, int most) {
    Map<String, Offer> best = new HashMap<>();
    for (AssociationRule rule : rules) {
      String item = rule.consequent().get(0);
      if (!bought.contains(item) && bought.containsAll(rule.antecedent())) {
        Offer offer = new Offer(item, rule);
        best.merge(item, offer, (a, b) -> SUREST_FIRST.compare(a, b) <= 0 ? a : b);
      }
    }
    List<Offer> offers = new ArrayList<>(best.values());
    offers.sort(SUREST_FIRST);
    return List.copyOf(offers.subList(0, Math.min(most, offers.size())));
  }

  /**
   * The offers for many customers.
   *
   * @param bought everything that each has ever bought, in the order in which they are to be addressed, such as old
   *     customers first
   * @param most how many offers at most for each
   * @return in the same order; customers without an offer are left out
   */
  public Map<CustomerId, List<Offer>> offers(Map<CustomerId, Set<String>> bought, int most) {
    Map<CustomerId, List<Offer>> offers = new LinkedHashMap<>();
    bought.forEach((customer, items) -> {
      List<Offer> own = offers(items, most);
      if (!own.isEmpty()) {
        offers.put(customer, own);
      }
    });
    return offers;
  }
}
