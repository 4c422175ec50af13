package io.headlesscrm.examples.benchmarks.counter;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures what a purchase costs at the counter and prints a table in Markdown. */
public final class CounterMain {

  private static final double NANOS_PER_SECOND = 1e9;

  private CounterMain() {}

  /**
   * Runs the program.
   *
   * @param arguments a regular expression of the benchmarks to run; default all of this package
   * @throws RunnerException when JMH cannot run
   */
  public static void main(String[] arguments) throws RunnerException {
    String which = arguments.length > 0 ? arguments[0] : ".*\\.counter\\..*";
    Collection<RunResult> results = new Runner(
            new OptionsBuilder().include(which).verbosity(VerboseMode.SILENT).build())
        .run();
    System.out.println("| at the counter | a second | median | p99 |");
    System.out.println("|---|---|---|---|");
    results.forEach(result -> System.out.println(row(result.getPrimaryResult())));
  }

  private static String row(Result<?> result) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f ns | %,.0f ns |",
        result.getLabel(),
        NANOS_PER_SECOND / result.getScore(),
        result.getStatistics().getPercentile(50),
        result.getStatistics().getPercentile(99));
  }
}
