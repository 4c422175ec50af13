package io.headlesscrm.core.purchase.recognition;

import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Adds up one period, customer by customer. */
final class PeriodSums {

  private final ObservationWindow window;
  private final @Nullable Money adCost;
  private final ExchangeRates rates;
  private Money revenue;
  private Money returning;
  private int newCustomers;

  PeriodSums(AdvertisedPeriod period, ExchangeRates rates) {
    this.window = period.window();
    this.rates = rates;
    this.adCost = cost(period, rates);
    this.revenue = new Money(0, rates.target());
    this.returning = revenue;
  }

  void add(RevenueParts customer) {
    LocalDate first = customer.firstDay();
    newCustomers += first != null && window.contains(first) ? 1 : 0;
    for (RevenueParts.Part part : customer.parts()) {
      if (window.contains(part.day())) {
        Money amount = rates.convert(part.purchase().amount(), part.day());
        revenue = revenue.plus(amount);
        returning = part.isReturning() ? returning.plus(amount) : returning;
      }
    }
  }

  RetentionEconomics finish() {
    return new RetentionEconomics(window, revenue, returning, newCustomers, adCost);
  }

  private static @Nullable Money cost(AdvertisedPeriod period, ExchangeRates rates) {
    Money cost = period.adCost();
    return cost == null ? null : rates.convert(cost, period.window().end().minusDays(1));
  }
}
