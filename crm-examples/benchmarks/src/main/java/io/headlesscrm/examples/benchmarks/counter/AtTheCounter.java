package io.headlesscrm.examples.benchmarks.counter;

import io.headlesscrm.core.crm.CounterAnswer;
import io.headlesscrm.core.crm.TimelinePage;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
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
@Fork(value = 1, jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AtTheCounter {

  private static final int CUSTOMERS = 100_000;

  private Shop shop = new Shop(new InMemoryStorage(), 1);

  /** A new shop for each iteration, or the heap would fill. */
  @Setup(Level.Iteration)
  public void open() {
    shop = new Shop(new InMemoryStorage(), CUSTOMERS);
  }

  /** A day without a query. */
  @Benchmark
  public CounterAnswer record() {
    return shop.record(shop.next());
  }

  /** Somebody looks at one customer in a hundred. */
  @Benchmark
  public Object recordAndSometimesLook() {
    CustomerId customer = shop.next();
    CounterAnswer answer = shop.record(customer);
    return shop.purchases() % 100 == 0 ? shop.look(customer) : answer;
  }

  /** Somebody looks at each. */
  @Benchmark
  public TimelinePage recordAndLook() {
    CustomerId customer = shop.next();
    shop.record(customer);
    return shop.look(customer);
  }
}
