package io.headlesscrm.churn.propensity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.internal.math.NormalTail;
import io.headlesscrm.core.id.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which item is for which segment: the mean propensity of each segment beside that of all customers.
 *
 * <p>The test asks whether as many customers drawn at random from all, without replacement, would have a mean as far off: it
 * is about the scores, and as good as they are. For segments of a handful of customers it is rough.
 *
 * <p>Source: Cochran (1977), Sampling Techniques, theorem 2.2 (variance of the mean of a sample from a finite population);
 * Holm (1979), doi:10.2307/4615733 (correction for many comparisons).
 */
public final class Positioning {

  private Positioning() {}

  /**
   * Positions of items in segments.
   *
   * @param scores one for each item
   * @param segment of a customer, never null, from any segmentation, such as the latest assessment of a kind
   * @return one for each item and segment, the highest lift first, ties by segment and then by item
   */
  public static List<ItemPosition> of(
      Collection<PropensityScores> scores, Function<? super CustomerId, String> segment) {
    List<ItemPosition> positions = new ArrayList<>();
    for (PropensityScores one : scores) {
      positions.addAll(ofItem(one, segment));
    }
    return corrected(positions).stream()
        .sorted(Comparator.comparingDouble(ItemPosition::lift)
            .reversed()
            .thenComparing(ItemPosition::segment)
            .thenComparing(ItemPosition::item))
        .toList();
  }

  private static List<ItemPosition> ofItem(
      PropensityScores scores, Function<? super CustomerId, String> segment) {
    Map<String, List<Double>> bySegment = new TreeMap<>();
    List<Double> all = new ArrayList<>();
    for (int row = 0; row < scores.size(); row++) {
      String label = requireNonNull(segment.apply(scores.base().customer(row)), "segment");
      bySegment.computeIfAbsent(label, key -> new ArrayList<>()).add(scores.probability(row));
      all.add(scores.probability(row));
    }
    List<ItemPosition> positions = new ArrayList<>();
    bySegment.forEach((label, own) -> positions.add(new ItemPosition(
        label, scores.item(), own.size(), sum(own), mean(own), mean(all), pValue(own, all))));
    return positions;
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double mean(List<Double> values) {
    return sum(values) / values.size();
  }

  private static double pValue(List<Double> own, List<Double> all) {
    int n = all.size();
    int m = own.size();
    double mean = mean(all);
    double squares =
        all.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
    double variance = squares / Math.max(1, n - 1) * (1 - (double) m / n) / m;
    double distance = Math.abs(mean(own) - mean);
    // where all have one probability, rounding must not look like a difference
    return variance > 1e-24 ? NormalTail.twoSided(distance / Math.sqrt(variance)) : 1;
  }

  private static List<ItemPosition> corrected(List<ItemPosition> positions) {
    List<ItemPosition> surestFirst = positions.stream()
        .sorted(Comparator.comparingDouble(ItemPosition::pValue))
        .toList();
    List<ItemPosition> corrected = new ArrayList<>();
    double least = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      ItemPosition one = surestFirst.get(i);
      least = Math.max(least, Math.min(1, one.pValue() * (surestFirst.size() - i)));
      corrected.add(new ItemPosition(
          one.segment(),
          one.item(),
          one.customers(),
          one.expectedBuyers(),
          one.meanPropensity(),
          one.meanOfAll(),
          least));
    }
    return corrected;
  }
}
