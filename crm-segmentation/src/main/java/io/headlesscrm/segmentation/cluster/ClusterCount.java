package io.headlesscrm.segmentation.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many clusters there are: the number with the highest mean silhouette, unless the gap statistic finds none at all.
 *
 * <p>Source: P. J. Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20, 1987,
 * doi:10.1016/0377-0427(87)90125-7; R. Tibshirani, G. Walther and T. Hastie, Estimating the number of clusters in a data
 * set via the gap statistic, Journal of the Royal Statistical Society B 63(2), 2001, doi:10.1111/1467-9868.00293.
 */
final class ClusterCount {

  private static final int REFERENCES = 10;

  private final double[][] points;
  private final int most;
  private final int starts;
  private final SplittableRandom random;

  ClusterCount(double[][] points, int most, int starts, SplittableRandom random) {
    this.points = points;
    this.most = most;
    this.starts = starts;
    this.random = random;
  }

  /** One candidate for each number of clusters, from 1 up. */
  List<CandidateCount> candidates() {
    List<CandidateCount> candidates = new ArrayList<>();
    double[][][] references = new double[REFERENCES][][];
    for (int i = 0; i < REFERENCES; i++) {
      references[i] = uniform();
    }
    for (int k = 1; k <= most; k++) {
      double[][] centres = Lloyd.centres(points, k, starts, random.split());
      if (centres.length < k) {
        break;
      }
      candidates.add(candidate(k, centres, references));
    }
    return candidates;
  }

  private CandidateCount candidate(int k, double[][] centres, double[][][] references) {
    double sum = 0;
    double squares = 0;
    for (double[][] reference : references) {
      double log =
          Math.log(Lloyd.within(reference, Lloyd.centres(reference, k, 1, random.split())));
      sum += log;
      squares += log * log;
    }
    double mean = sum / REFERENCES;
    double deviation = Math.sqrt(Math.max(0, squares / REFERENCES - mean * mean));
    double gap = mean - Math.log(Lloyd.within(points, centres));
    return new CandidateCount(
        k,
        k == 1 ? Double.NaN : silhouette(centres),
        gap,
        deviation * Math.sqrt(1 + 1.0 / REFERENCES));
  }

  /** Points spread evenly over the box that holds the data. */
  private double[][] uniform() {
    SplittableRandom own = random.split();
    int dimensions = points[0].length;
    double[] least = points[0].clone();
    double[] largest = points[0].clone();
    for (double[] point : points) {
      for (int d = 0; d < dimensions; d++) {
        least[d] = Math.min(least[d], point[d]);
        largest[d] = Math.max(largest[d], point[d]);
      }
    }
    double[][] uniform = new double[points.length][dimensions];
    for (double[] point : uniform) {
      for (int d = 0; d < dimensions; d++) {
        point[d] = least[d] + own.nextDouble() * (largest[d] - least[d]);
      }
    }
    return uniform;
  }

  /** The mean over all points of (b - a) / max(a, b): a to the own cluster, b to the nearest other one. */
  private double silhouette(double[][] centres) {
    int[] cluster = new int[points.length];
    int[] sizes = new int[centres.length];
    for (int i = 0; i < points.length; i++) {
      cluster[i] = Lloyd.nearest(points[i], centres);
      sizes[cluster[i]]++;
    }
    double sum = 0;
    double[] distances = new double[centres.length];
    for (int i = 0; i < points.length; i++) {
      Arrays.fill(distances, 0);
      for (int j = 0; j < points.length; j++) {
        distances[cluster[j]] += Math.sqrt(Lloyd.squaredDistance(points[i], points[j]));
      }
      sum += silhouette(cluster[i], distances, sizes);
    }
    return sum / points.length;
  }

  /** A point alone in its cluster counts 0, by the source's convention. */
  private static double silhouette(int own, double[] distances, int[] sizes) {
    if (sizes[own] < 2) {
      return 0;
    }
    double within = distances[own] / (sizes[own] - 1);
    double other = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sizes.length; c++) {
      other = c == own || sizes[c] == 0 ? other : Math.min(other, distances[c] / sizes[c]);
    }
    double larger = Math.max(within, other);
    return larger > 0 && Double.isFinite(larger) ? (other - within) / larger : 0;
  }

  /** The chosen number: that of the highest silhouette; 1 when the gap statistic says so. */
  static int choose(List<CandidateCount> candidates) {
    if (candidates.size() < 2
        || candidates.get(0).gap()
            >= candidates.get(1).gap() - candidates.get(1).gapError()) {
      return 1;
    }
    CandidateCount best = candidates.get(1);
    for (CandidateCount candidate : candidates.subList(1, candidates.size())) {
      best = candidate.silhouette() > best.silhouette() ? candidate : best;
    }
    return best.clusters();
  }
}
