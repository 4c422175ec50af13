package io.headlesscrm.examples.benchmarks;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A step as measured.
 *
 * @param step what was done
 * @param customers on how many
 * @param ours the library's rounds
 * @param theirs the rounds of DuckDB, empty when it does not take part in the step
 */
record Result(Step step, int customers, Timing ours, Optional<Timing> theirs) {

  /** What the rival took; a quoted figure counts only for the number of customers that it was measured on. */
  OptionalDouble findRivalNanos() {
    if (step.rival() instanceof Rival.Quoted quoted) {
      return quoted.customers() == customers
          ? OptionalDouble.of(quoted.millis() * 1e6)
          : OptionalDouble.empty();
    }
    return theirs.stream().mapToDouble(Timing::median).findFirst();
  }

  /** How many times as fast the library was, by the medians; empty without a rival. */
  OptionalDouble findRatio() {
    return findRivalNanos().stream().map(nanos -> nanos / ours.median()).findFirst();
  }

  /** Empty when there is nothing to reach, or nothing to compare with. */
  Optional<Boolean> findReached() {
    if (step.goal() instanceof Goal.AtMost most) {
      return Optional.of(ours.median() <= most.nanos());
    }
    return step.goal() instanceof Goal.Ratio ratio
        ? findRatio().stream().mapToObj(reached -> reached >= ratio.times()).findFirst()
        : Optional.empty();
  }
}
