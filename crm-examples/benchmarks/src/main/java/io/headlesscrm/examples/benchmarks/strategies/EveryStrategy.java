package io.headlesscrm.examples.benchmarks.strategies;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Fits a strategy to the customers, and puts each of them into a segment of the frozen model; on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class EveryStrategy {

  /** Which one. */
  @Param
  private Strategy strategy = Strategy.RFM;

  private CustomerBase base = StrategiesMain.base();
  private SegmentationModel model = Strategy.LIFECYCLE.segmentation().fit(base);

  /** Fits the model that {@link #segment} uses. */
  @Setup
  public void prepare() {
    base = StrategiesMain.base();
    model = strategy.segmentation().fit(base);
  }

  /** Fits. */
  @Benchmark
  public SegmentationModel fit() {
    return strategy.segmentation().fit(base);
  }

  /** Segments. */
  @Benchmark
  public Segmentation segment() {
    return model.segment(base);
  }
}
