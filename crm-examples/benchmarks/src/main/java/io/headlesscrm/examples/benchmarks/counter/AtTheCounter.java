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
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Purchases of customers at random are recorded one by one, each with recognition, stage and summary in a unit of its
 * own, on the storage in memory and on one thread.
 *
 * <p>The storage indexes what has changed when a query asks. A day without a query leaves that to the evening, so there
 * are days on which somebody looks at the timeline of the customer after every hundredth purchase, and after each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AtTheCounter {

  private static final int CUSTOMERS = 100_000;
  private static final int SECONDS_APART = 20;
  private static final Instant OPENING = Instant.parse("2025-01-01T00:00:00Z");
  private static final Attribution BY = Attribution.of("anna", "counter", OPENING);
  private static final Money AMOUNT = Money.of("12.50", "CNY");

  private final CustomerId[] customers = new CustomerId[CUSTOMERS];
  private final SplittableRandom random = new SplittableRandom(1);
  private Crm crm = crm();
  private int purchases;

  /** A company with customers and no purchases. */
  @Setup(Level.Iteration)
  public void open() {
    crm = crm();
    purchases = 0;
    for (int i = 0; i < CUSTOMERS; i++) {
      customers[i] = CustomerId.of("C" + i);
      crm.customers()
          .registerAnyway(Customer.organisation(customers[i], "Company " + i).build(), BY);
    }
    crm.timeline().newest(customers[0], 1);
  }

  /** A day without a query. */
  @Benchmark
  public CounterAnswer record() {
    return recordNext(customers[random.nextInt(CUSTOMERS)]);
  }

  /** Somebody looks at one customer in a hundred. */
  @Benchmark
  public Object recordAndSometimesLook() {
    CustomerId customer = customers[random.nextInt(CUSTOMERS)];
    CounterAnswer answer = recordNext(customer);
    return purchases % 100 == 0 ? look(customer) : answer;
  }

  /** Somebody looks at each. */
  @Benchmark
  public TimelinePage recordAndLook() {
    CustomerId customer = customers[random.nextInt(CUSTOMERS)];
    recordNext(customer);
    return look(customer);
  }

  private CounterAnswer recordNext(CustomerId customer) {
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

  private TimelinePage look(CustomerId customer) {
    return crm.timeline().newest(customer, 10);
  }

  private static Crm crm() {
    return Crm.builder(
            new InMemoryStorage(), Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"))
        .build();
  }
}
