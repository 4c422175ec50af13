package io.headlesscrm.examples.analyse.generate;

import java.util.ArrayList;
import java.util.List;

/** The lanes the company runs: every ordered pair of its hubs, the large hubs first. */
final class Lanes {
  private static final List<String> HUBS =
      List.of("SHA", "CAN", "PEK", "SZX", "CTU", "WUH", "XIY", "CKG", "HKG", "SIN", "FRA", "LAX");
  private static final List<String> NAMES = names();

  private Lanes() {}

  static int size() {
    return NAMES.size();
  }

  static String name(int lane) {
    return NAMES.get(lane);
  }

  /** The lane at a point of [0, 1): the first lanes carry most of the freight. */
  static int at(double point) {
    return (int) (point * point * size());
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int sum = 1; sum < 2 * HUBS.size(); sum++) {
      addPairs(names, sum);
    }
    return List.copyOf(names);
  }

  /** Pairs by the sum of their ranks, so that lanes between two large hubs come first. */
  private static void addPairs(List<String> names, int sum) {
    for (int from = Math.max(0, sum - HUBS.size() + 1);
        from < Math.min(sum + 1, HUBS.size());
        from++) {
      if (from != sum - from) {
        names.add(HUBS.get(from) + "-" + HUBS.get(sum - from));
      }
    }
  }
}
