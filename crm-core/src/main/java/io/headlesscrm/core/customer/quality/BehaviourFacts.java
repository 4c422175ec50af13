package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the purchases of a customer show. Nobody enters these facts: they are computed anew from the purchases that count.
 *
 * @param products the items it has spent most on, at most three, the most first; of equal ones the smaller text first
 * @param tendency what it spent in the later half of its purchases over what it spent in the earlier half, less 1; the
 *     middle one of an odd number is left out; absent with fewer than two, or when the earlier half came to nothing
 * @param weekday the day of the week on which it buys most often, the earlier in the week of equal ones; null without any
 *     purchase
 * @param medianGapDays the median of the days between one day of purchase and the next; absent with fewer than two
 */
public record BehaviourFacts(
    List<String> products,
    OptionalDouble tendency,
    @Nullable DayOfWeek weekday,
    OptionalDouble medianGapDays) {

  /** Of a customer who has not bought. */
  public static final BehaviourFacts NONE =
      new BehaviourFacts(List.of(), OptionalDouble.empty(), null, OptionalDouble.empty());

  public BehaviourFacts {
    products = List.copyOf(products);
  }

  /**
   * The facts that the purchases of a customer show.
   *
   * @param history all of its purchases
   * @param rates into the currency in which amounts are compared
   * @param zone in which instants are dates
   * @return without anything when no purchase counts
   * @throws IllegalArgumentException when there is no rate for a currency on the day of a purchase
   */
  public static BehaviourFacts of(PurchaseHistory history, ExchangeRates rates, ZoneId zone) {
    return new BehaviourScan(history.counted(), rates, zone).facts();
  }

  /**
   * Which facts there are.
   *
   * @return some of the four derived ones
   */
  public Set<DossierFact> known() {
    EnumSet<DossierFact> known = EnumSet.noneOf(DossierFact.class);
    if (!products.isEmpty()) {
      known.add(DossierFact.PRODUCT_INTEREST);
    }
    if (tendency.isPresent()) {
      known.add(DossierFact.SPENDING_TENDENCY);
    }
    if (weekday != null) {
      known.add(DossierFact.PURCHASE_TIME);
    }
    if (medianGapDays.isPresent()) {
      known.add(DossierFact.FREQUENCY);
    }
    return known;
  }
}
