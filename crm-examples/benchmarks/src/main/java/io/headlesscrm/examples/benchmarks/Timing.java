package io.headlesscrm.examples.benchmarks;

import java.util.List;

/**
 * The counted rounds of one contestant at one step, nanoseconds each.
 *
 * @param nanos one per round, at least one
 */
record Timing(List<Double> nanos) {

  Timing {
    nanos = nanos.stream().sorted().toList();
  }

  double median() {
    int middle = nanos.size() / 2;
    return nanos.size() % 2 == 1
        ? nanos.get(middle)
        : (nanos.get(middle - 1) + nanos.get(middle)) / 2;
  }

  double least() {
    return nanos.get(0);
  }

  double most() {
    return nanos.get(nanos.size() - 1);
  }
}
