package io.headlesscrm.churn;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Random;

/** Made-up customer bases. */
public final class Bases {

  public static final LocalDate START = LocalDate.of(2025, 1, 1);
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private static final Currency EUR = Currency.getInstance("EUR");

  private Bases() {}

  public static CustomerBase empty() {
    return PurchaseLogBuilder.of(EUR).build().asOf(AS_OF);
  }

  /** One customer C who buys every so many days and then falls silent. */
  public static CustomerBase regular(int purchases, int gap) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (int i = 0; i < purchases; i++) {
      add(builder, "C", START.plusDays((long) i * gap));
    }
    return builder.build().asOf(AS_OF);
  }

  /** Customers of a year: some buy often, some rarely, a tenth leaves after each purchase. */
  public static CustomerBase simulated(int customers, long seed) {
    Random random = new Random(seed);
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    for (int i = 0; i < customers; i++) {
      double mean = 10 + 80 * random.nextDouble();
      double day = random.nextInt(300);
      boolean stays = true;
      while (day < 365 && stays) {
        add(builder, "K" + i, START.plusDays((long) day));
        day += 1 - mean * Math.log(1 - random.nextDouble());
        stays = random.nextDouble() > 0.1;
      }
    }
    return builder.build().asOf(AS_OF);
  }

  private static void add(PurchaseLogBuilder builder, String customer, LocalDate day) {
    builder.add(CustomerId.of(customer), day, Money.of("10.00", "EUR"));
  }
}
