package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.basket.AssociationRule;
import io.headlesscrm.segmentation.basket.Baskets;
import io.headlesscrm.segmentation.basket.ItemSet;
import io.headlesscrm.segmentation.rfm.Rfm;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the library does at each step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LibrarySteps {

  private final Workbench workbench = Workbench.current();

  /** The file into a log: read, grouped by customer, sorted by day. */
  @Benchmark
  public PurchaseLog read() {
    return workbench.read();
  }

  /** Rows in memory, their customers known by number, grouped by customer and sorted by day. */
  @Benchmark
  public PurchaseLog group() {
    return workbench.group();
  }

  /** Recency, frequency, amount and the history of each customer. */
  @Benchmark
  public CustomerBase summarise() {
    return workbench.log().asOf(workbench.asOf());
  }

  /** Three quintile scores, a segment of 25 cells and an ABC class of each customer. */
  @Benchmark
  public List<Segmentation> score() {
    return List.of(
        Rfm.quintiles().segment(workbench.base()), Abc.byValue().segment(workbench.base()));
  }

  /** Equal histories counted, and BG/NBD fitted to them: three years of days, so that few are equal. */
  @Benchmark
  public FitResult<BgNbd> fit() {
    return fit(workbench.base());
  }

  /** The same for as many simulated customers of 39 weeks. */
  @Benchmark
  public FitResult<BgNbd> fitLarge() {
    return fit(workbench.large());
  }

  private FitResult<BgNbd> fit(CustomerBase base) {
    PurchaseHistogram histories = PurchaseHistogram.of(base, TimeScale.WEEK);
    return workbench.threads() == 1
        ? BgNbd.fit(histories)
        : BgNbd.fit(histories, workbench.executor(), workbench.threads());
  }

  /** The probability of no purchase within a quarter, of each customer. */
  @Benchmark
  public ChurnScores predict() {
    return workbench.model().score(workbench.base(), Horizon.ofDays(90));
  }

  /** BG/NBD on a base of the size of CDNOW. */
  @Benchmark
  public FitResult<BgNbd> fitSmall() {
    return BgNbd.fit(workbench.small());
  }

  /** BG/NBD on CDNOW itself. */
  @Benchmark
  public FitResult<BgNbd> fitCdnow() {
    return BgNbd.fit(workbench.findCdnow().orElseThrow());
  }

  /** Pareto/NBD on as many simulated customers as the file has. */
  @Benchmark
  public FitResult<ParetoNbd> fitParetoLarge() {
    PurchaseHistogram histories = PurchaseHistogram.of(workbench.large(), TimeScale.WEEK);
    return workbench.threads() == 1
        ? ParetoNbd.fit(histories)
        : ParetoNbd.fit(histories, workbench.executor(), workbench.threads());
  }

  /** Pareto/NBD on CDNOW itself. */
  @Benchmark
  public FitResult<ParetoNbd> fitParetoCdnow() {
    return ParetoNbd.fit(workbench.findCdnow().orElseThrow());
  }

  /** The spend of CDNOW. */
  @Benchmark
  public FitResult<GammaGamma> fitSpendCdnow() {
    return GammaGamma.fit(workbench.findCdnow().orElseThrow());
  }

  /** The lines of Online Retail into baskets. */
  @Benchmark
  public Baskets readRetail() throws IOException {
    return workbench.retail().read();
  }

  /** The pairs of items in 1 % of the baskets. */
  @Benchmark
  public List<ItemSet> pairsOfRetail() {
    return workbench.retail().pairs();
  }

  /** The rules of any length, with Fisher's p. */
  @Benchmark
  public List<AssociationRule> rulesOfRetail() {
    return OnlineRetail.rules().rules(workbench.retail().baskets());
  }

  /** BG/NBD on ten times as many customers. */
  @Benchmark
  public FitResult<BgNbd> fitMedium() {
    return BgNbd.fit(workbench.medium());
  }
}
