package io.headlesscrm.segmentation.cluster;

import io.headlesscrm.segmentation.Segment;
import java.util.List;

/**
 * What the customers of a cluster are like.
 *
 * @param segment the cluster
 * @param customers of the fit
 * @param means of the indicators, in their units
 * @param scores the same in standard deviations from the mean of all
 */
public record ClusterProfile(
    Segment segment, int customers, List<Double> means, List<Double> scores) {

  public ClusterProfile {
    means = List.copyOf(means);
    scores = List.copyOf(scores);
  }
}
