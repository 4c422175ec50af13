package io.headlesscrm.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Lets contestants run in turn, A B A B, each round a run of JMH of its own in this process. A machine that is slow for
 * a while is then slow for both; what a fork per contestant would keep apart, the state of the compiler, is warmed up
 * by the first rounds, which do not count.
 *
 * @param warmups rounds that do not count
 * @param counted rounds that count, at least 1
 * @param leastMillis how long a round repeats a step that takes less
 */
record Rounds(int warmups, int counted, long leastMillis) {

  /** The timings of the benchmark methods, such as {@code LibrarySteps.group}, in their order. */
  List<Timing> inTurn(List<String> benchmarks) throws RunnerException {
    List<List<Double>> nanos = new ArrayList<>();
    benchmarks.forEach(ignored -> nanos.add(new ArrayList<>()));
    for (int round = 0; round < warmups + counted; round++) {
      for (int i = 0; i < benchmarks.size(); i++) {
        double measured = once(benchmarks.get(i));
        if (round >= warmups) {
          nanos.get(i).add(measured);
        }
      }
    }
    return nanos.stream().map(Timing::new).toList();
  }

  private double once(String benchmark) throws RunnerException {
    String pattern = "\\." + benchmark.replace(".", "\\.") + "$";
    return new Runner(new OptionsBuilder()
            .include(pattern)
            .forks(0)
            .shouldDoGC(true)
            .measurementTime(TimeValue.milliseconds(leastMillis))
            .verbosity(VerboseMode.SILENT)
            .build())
        .runSingle()
        .getPrimaryResult()
        .getScore();
  }
}
