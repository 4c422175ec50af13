package io.headlesscrm.examples.benchmarks.strategies;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.json.SegmentationJson;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures every strategy and prints a table in Markdown. */
public final class StrategiesMain {

  private static final int MILLION = 1_000_000;
  private static CustomerBase base = Customers.base(0);

  private StrategiesMain() {}

  /**
   * Runs the program.
   *
   * @param arguments how many customers; default a million
   * @throws RunnerException when JMH cannot run
   */
  public static void main(String[] arguments) throws RunnerException {
    base = Customers.base(arguments.length > 0 ? Integer.parseInt(arguments[0]) : MILLION);
    System.out.println("| strategy | fit, s | segment, s | JSON of the model, bytes |");
    System.out.println("|---|---|---|---|");
    for (Strategy strategy : Strategy.values()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %,d |%n",
          strategy.title(),
          seconds("fit", strategy),
          seconds("segment", strategy),
          jsonBytes(strategy));
    }
  }

  /** JMH makes its state itself: what it works on is handed over here. */
  static CustomerBase base() {
    return base;
  }

  /** The median, with the fastest and the slowest. */
  private static String seconds(String method, Strategy strategy) throws RunnerException {
    Result<?> result = new Runner(new OptionsBuilder()
            .include("\\.EveryStrategy\\." + method + "$")
            .param("strategy", strategy.name())
            .shouldDoGC(true)
            .verbosity(VerboseMode.SILENT)
            .build())
        .runSingle()
        .getPrimaryResult();
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        result.getStatistics().getPercentile(50) / 1000,
        result.getStatistics().getMin() / 1000,
        result.getStatistics().getMax() / 1000);
  }

  private static int jsonBytes(Strategy strategy) {
    return SegmentationJson.standard()
        .toJson(strategy.segmentation().fit(base))
        .toString()
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }
}
