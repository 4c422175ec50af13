package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.online.OnlineScores;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Customers buy while the host looks on: the summary that the host keeps takes the purchase and is kept again, and the
 * probability of another purchase within a quarter is worked out anew. Once with summaries, which are several objects
 * each, and once with the compact store of the library.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class OneCustomer {

  private static final long AMOUNT = 2500;
  private static final double QUARTER = 90 / 7.0;

  /** After so many days the one customer starts anew, or the history would grow beyond any nearby cache. */
  private static final int HOT_DAYS = 16;

  /** How many purchases a host hands over at once. */
  private static final int BATCH = 1000;

  private final Workbench workbench = Workbench.current();
  private final BgNbd model = workbench.model();
  private final PurchaseSummary first = workbench.base().summary(0);
  private PurchaseSummary[] kept = {};
  private int[] order = {};
  private LocalDate today = workbench.asOf();
  private LocalDate tomorrow = today.plusDays(1);
  private int visit;
  private OnlineScores scores = OnlineScores.of(model, Horizon.ofDays(90));
  private int day = Math.toIntExact(today.toEpochDay());
  private final int[] batch = new int[BATCH];
  private final double[] probabilities = new double[BATCH];

  /** The summaries as a host would keep them, and the order in which customers come. */
  @Setup
  public void keepSummaries() {
    CustomerBase base = workbench.base();
    kept = new PurchaseSummary[base.size()];
    Arrays.setAll(kept, base::summary);
    order = shuffled(base.size());
    scores = OnlineScores.of(model, Horizon.ofDays(90), base);
  }

  /** The same customer day after day, always in the nearest cache. */
  @Benchmark
  public double hot() {
    if (++visit % HOT_DAYS == 0) {
      kept[0] = first;
      today = workbench.asOf();
      tomorrow = today.plusDays(1);
    }
    double probability = buyAndScore(0);
    nextDay();
    return probability;
  }

  /** All customers every day, each day one after the other at random: each is far from the one before. */
  @Benchmark
  public double random() {
    double probability = buyAndScore(order[visit]);
    if (++visit == order.length) {
      visit = 0;
      nextDay();
    }
    return probability;
  }

  /** The same customer in the compact store. */
  @Benchmark
  public double compactHot() {
    return scores.purchase(0, ++day);
  }

  /** All customers at random in the compact store. */
  @Benchmark
  public double compactRandom() {
    double probability = scores.purchase(order[visit], day);
    if (++visit == order.length) {
      visit = 0;
      day++;
    }
    return probability;
  }

  /** The same, handed over a thousand at a time. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public double compactBatch() {
    if (visit + BATCH > order.length) {
      visit = 0;
      day++;
    }
    System.arraycopy(order, visit, batch, 0, BATCH);
    visit += BATCH;
    scores.purchases(batch, BATCH, day, probabilities);
    return probabilities[0];
  }

  private double buyAndScore(int customer) {
    PurchaseSummary updated = kept[customer].withPurchase(today, AMOUNT);
    kept[customer] = updated;
    return model.activeProbability(PurchaseHistory.of(updated, tomorrow, TimeScale.WEEK), QUARTER);
  }

  private void nextDay() {
    today = tomorrow;
    tomorrow = today.plusDays(1);
  }

  private static int[] shuffled(int size) {
    List<Integer> numbers = IntStream.range(0, size).boxed().collect(Collectors.toList());
    Collections.shuffle(numbers, new Random(1));
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
