package io.headlesscrm.segmentation.cluster;

import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Names clusters by the two indicators that are farthest from the mean of all. */
final class ClusterNames {

  private static final int NAMED = 2;

  /** In standard deviations; nearer to the mean is nothing special. */
  private static final double NOTABLE = 0.25;

  private ClusterNames() {}

  static List<Segment> segments(List<Indicator> indicators, double[][] centres) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < centres.length; i++) {
      segments.add(segment(indicators, i + 1, centres[i]));
    }
    segments.add(Segment.UNASSESSED);
    return List.copyOf(segments);
  }

  private static Segment segment(List<Indicator> indicators, int number, double[] centre) {
    List<Integer> notable = IntStream.range(0, centre.length)
        .boxed()
        .filter(i -> Math.abs(centre[i]) >= NOTABLE)
        .sorted(Comparator.<Integer>comparingDouble(i -> -Math.abs(centre[i]))
            .thenComparing(Comparator.naturalOrder()))
        .limit(NAMED)
        .sorted()
        .toList();
    List<String> english = new ArrayList<>();
    List<String> chinese = new ArrayList<>();
    for (int i : notable) {
      english.add((centre[i] > 0 ? "high " : "low ") + indicators.get(i).name());
      chinese.add((centre[i] > 0 ? "高" : "低") + indicators.get(i).chineseName());
    }
    return new Segment(
        "cluster-" + number,
        "Cluster " + number + ": " + (english.isEmpty() ? "average" : String.join(", ", english)),
        "第 " + number + " 类：" + (chinese.isEmpty() ? "一般" : String.join("、", chinese)),
        0);
  }
}
