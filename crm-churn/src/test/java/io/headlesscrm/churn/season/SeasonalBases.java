package io.headlesscrm.churn.season;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;

/** Customers of BG/NBD whose days count as long as a season says. */
final class SeasonalBases {

  static final LocalDate START = LocalDate.of(2022, 1, 1);

  /** A quiet February, a summer dip, and a high season before Christmas. */
  static final SeasonalProfile BY_MONTH =
      SeasonalProfile.of(SeasonGrain.MONTH, 0.9, 0.6, 0.8, 0.9, 1, 0.9, 0.7, 0.7, 1, 1.1, 1.6, 2.2);

  private static final Currency EUR = Currency.getInstance("EUR");

  private SeasonalBases() {}

  /** Customers who first bought on some day of the first years and are watched until the end. */
  static PurchaseLog log(
      int customers, SeasonalProfile profile, int acquisitionDays, LocalDate end, long seed) {
    Draws draws = new Draws(seed);
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (int i = 0; i < customers; i++) {
      LocalDate day = START.plusDays((long) (acquisitionDays * draws.uniform()));
      double perDay = draws.gamma(0.8) / 8 / 7;
      double leaving = draws.gamma(0.8);
      leaving /= leaving + draws.gamma(2.5);
      boolean stays = true;
      add(builder, i, day);
      double wait = draws.exponential() / perDay;
      while (stays && day.isBefore(end)) {
        day = day.plusDays(1);
        wait -= profile.factor(day);
        if (wait <= 0 && day.isBefore(end)) {
          add(builder, i, day);
          stays = draws.uniform() >= leaving;
          wait = draws.exponential() / perDay;
        }
      }
    }
    return builder.build();
  }

  private static void add(PurchaseLogBuilder builder, int customer, LocalDate day) {
    builder.add(CustomerId.of("K" + customer), day, Money.of("10.00", "EUR"));
  }
}
