package io.headlesscrm.examples.analyse.report;

import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis. */
final class Ticks {
  private static final double MOST_STEPS = 5;

  private Ticks() {}

  /** Multiples of 1, 2 or 5 times a power of ten, that of the lowest at most {@code from}, of the highest at least {@code to}. */
  static List<Double> between(double from, double to) {
    double step = step((to - from) / MOST_STEPS);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.floor(from / step); i <= (long) Math.ceil(to / step); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
