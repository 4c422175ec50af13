package io.headlesscrm.examples.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the steps, each to its end before the next one. */
final class Contest {

  private final Workbench workbench;
  private final Rounds rounds;
  private final Consumer<String> progress;

  Contest(Workbench workbench, Rounds rounds, Consumer<String> progress) {
    this.workbench = workbench;
    this.rounds = rounds;
    this.progress = progress;
  }

  /** With more than one thread only the steps in which one of the sides can use them. */
  List<Result> run(int threads) throws RunnerException, SQLException {
    workbench.useThreads(threads);
    List<Result> results = new ArrayList<>();
    for (Step step : Step.all()) {
      if (!isPossible(step)) {
        progress.accept("left out, for its data are absent: " + step.title());
      } else if (threads == 1 || canUseThreads(step)) {
        progress.accept(step.title());
        results.add(run(step));
      }
    }
    workbench.useThreads(1);
    return results;
  }

  private Result run(Step step) throws RunnerException {
    List<String> contestants = new ArrayList<>(List.of(step.ours()));
    if (step.rival() instanceof Rival.Measured measured) {
      contestants.add(measured.benchmark());
    }
    List<Timing> timings = rounds.inTurn(contestants);
    return new Result(
        step,
        step.customers() == 0 ? workbench.base().size() : step.customers(),
        timings.get(0),
        timings.size() > 1 ? Optional.of(timings.get(1)) : Optional.empty());
  }

  private boolean isPossible(Step step) {
    return step.ours().endsWith("Retail")
        ? workbench.findRetail().isPresent()
        : !step.ours().endsWith("Cdnow") || workbench.findCdnow().isPresent();
  }

  private static boolean canUseThreads(Step step) {
    return step.parallel() || step.rival() instanceof Rival.Measured;
  }
}
