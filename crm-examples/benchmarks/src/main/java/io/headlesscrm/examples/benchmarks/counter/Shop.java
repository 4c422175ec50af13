package io.headlesscrm.examples.benchmarks.counter;

import io.headlesscrm.core.crm.CounterAnswer;
import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.crm.TimelinePage;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.CrmStorage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.SplittableRandom;

/** A company whose customers come at random, one purchase every twenty seconds. */
final class Shop {

  private static final int SECONDS_APART = 20;
  private static final Instant OPENING = Instant.parse("2025-01-01T00:00:00Z");
  private static final Attribution BY = Attribution.of("anna", "counter", OPENING);
  private static final Money AMOUNT = Money.of("12.50", "CNY");

  private final Crm crm;
  private final CustomerId[] customers;
  private final SplittableRandom random = new SplittableRandom(1);
  private int purchases;

  /** With all customers on file and no purchases. */
  Shop(CrmStorage storage, int size) {
    crm = Crm.builder(storage, Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"))
        .build();
    customers = new CustomerId[size];
    for (int i = 0; i < size; i++) {
      customers[i] = CustomerId.of("C" + i);
      crm.customers()
          .registerAnyway(Customer.organisation(customers[i], "Company " + i).build(), BY);
    }
    look(customers[0]);
  }

  CustomerId next() {
    return customers[random.nextInt(customers.length)];
  }

  int purchases() {
    return purchases;
  }

  CounterAnswer record(CustomerId customer) {
    purchases++;
    return crm.purchases()
        .record(
            Purchase.builder(
                    PurchaseId.of("P" + purchases),
                    customer,
                    OPENING.plusSeconds((long) purchases * SECONDS_APART))
                .amount(AMOUNT)
                .build(),
            BY);
  }

  TimelinePage look(CustomerId customer) {
    return crm.timeline().newest(customer, 10);
  }
}
