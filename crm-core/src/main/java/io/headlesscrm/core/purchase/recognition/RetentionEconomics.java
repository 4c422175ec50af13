package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What returning customers bring in a period beside what is spent to win new ones.
 *
 * <p>Revenue is what was bought in the period less what was taken back in it; a purchase that was wholly taken back and its
 * credit notes are left out. A credit note counts for the customer as it was at the purchase that it names, or, where that
 * is not known, at the moment of the credit note.
 *
 * @param window the days of the period
 * @param revenue of all customers; negative when more was taken back than bought
 * @param returningRevenue the part of it that customers brought who had bought before, reactivated ones included
 * @param newCustomers customers whose first purchase that counts is in the period
 * @param adCost what was spent on advertising; null when not known
 */
public record RetentionEconomics(
    ObservationWindow window,
    Money revenue,
    Money returningRevenue,
    int newCustomers,
    @Nullable Money adCost) {

  public RetentionEconomics {
    requireNonNull(window, "window");
    requireNonNull(revenue, "revenue");
    requireNonNull(returningRevenue, "returningRevenue");
  }

  /**
   * The figures of some periods.
   *
   * @param histories one of each customer, in any order
   * @param periods in any order; may overlap
   * @param rates into the currency of the figures, which advertising is converted into too, at the last day of its period
   * @param zone in which instants are dates
   * @return in the order of the periods
   * @throws IllegalArgumentException when there is no rate for a currency on a day
   */
  public static List<RetentionEconomics> of(
      Iterable<PurchaseHistory> histories,
      List<AdvertisedPeriod> periods,
      ExchangeRates rates,
      ZoneId zone) {
    List<PeriodSums> sums =
        periods.stream().map(period -> new PeriodSums(period, rates)).toList();
    for (PurchaseHistory history : histories) {
      RevenueParts parts = RevenueParts.of(history, zone);
      sums.forEach(sum -> sum.add(parts));
    }
    return sums.stream().map(PeriodSums::finish).toList();
  }

  /**
   * The part of the revenue that returning customers brought.
   *
   * @return absent when the revenue is zero or below; may lie outside [0, 1] when much was taken back
   */
  public OptionalDouble returningShare() {
    return ratio(returningRevenue, revenue);
  }

  /**
   * What was spent on advertising for each unit of revenue.
   *
   * @return at least 0; absent when the cost is not known or the revenue is zero or below
   */
  public OptionalDouble adCostRatio() {
    return adCost == null ? OptionalDouble.empty() : ratio(adCost, revenue);
  }

  /**
   * What was spent on advertising for each new customer, rounded half up.
   *
   * @return empty when the cost is not known or nobody was new
   */
  public Optional<Money> findAdCostPerNewCustomer() {
    if (adCost == null || newCustomers == 0) {
      return Optional.empty();
    }
    BigDecimal each =
        adCost.toDecimal().divide(BigDecimal.valueOf(newCustomers), MathContext.DECIMAL64);
    return Optional.of(Money.rounded(each, adCost.currency()));
  }

  private static OptionalDouble ratio(Money part, Money whole) {
    return whole.minorUnits() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(part.minorUnits() / (double) whole.minorUnits());
  }
}
