package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A customer buys while the host looks on: the summary that the host keeps takes the purchase, and the probability of
 * another one within a quarter is worked out anew.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class OneCustomer {

  private static final long AMOUNT = 2500;
  private static final double QUARTER = 90 / 7.0;

  private final Workbench workbench = Workbench.current();
  private final BgNbd model = workbench.model();
  private final LocalDate today = workbench.asOf();
  private final LocalDate tomorrow = today.plusDays(1);
  private PurchaseSummary[] summaries = {};
  private int[] visits = {};
  private int visit;

  /** The summaries as a host would keep them, and the order in which customers come. */
  @Setup
  public void keepSummaries() {
    CustomerBase base = workbench.base();
    summaries = new PurchaseSummary[base.size()];
    Arrays.setAll(summaries, base::summary);
    SplittableRandom random = new SplittableRandom(1);
    visits = random.ints(1 << 20, 0, summaries.length).toArray();
  }

  /** Always the same customer, whose summary is in the nearest cache. */
  @Benchmark
  public double hot() {
    return updateAndScore(visits[0]);
  }

  /** Another customer each time, whose summary is far away. */
  @Benchmark
  public double random() {
    visit = (visit + 1) & (visits.length - 1);
    return updateAndScore(visits[visit]);
  }

  private double updateAndScore(int customer) {
    PurchaseSummary updated = summaries[customer].withPurchase(today, AMOUNT);
    return model.activeProbability(PurchaseHistory.of(updated, tomorrow, TimeScale.WEEK), QUARTER);
  }
}
