package io.headlesscrm.segmentation.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * k-means: centres seeded with k-means++, then moved to the means of their points until nobody changes; the best of
 * several starts.
 *
 * <p>Source: S. P. Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2), 1982; D.
 * Arthur and S. Vassilvitskii, k-means++: the advantages of careful seeding, SODA 2007.
 */
final class Lloyd {

  private static final int MAX_ROUNDS = 300;

  private final double[][] points;
  private final int k;

  private Lloyd(double[][] points, int k) {
    this.points = points;
    this.k = k;
  }

  /** The best centres of several starts; at most k, fewer when fewer points differ. */
  static double[][] centres(double[][] points, int k, int starts, SplittableRandom random) {
    double[][] best = new double[0][];
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < starts; start++) {
      double[][] centres = new Lloyd(points, k).run(random.split());
      double within = within(points, centres);
      if (within < least) {
        least = within;
        best = centres;
      }
    }
    return best;
  }

  /** The centres after moving to the means of their points until nobody changes, or for so many rounds. */
  static double[][] moved(double[][] points, double[][] centres, int rounds) {
    return new Lloyd(points, centres.length).moved(centres, rounds);
  }

  private double[][] run(SplittableRandom random) {
    return moved(seeds(random), MAX_ROUNDS);
  }

  private double[][] moved(double[][] from, int rounds) {
    double[][] centres = from;
    int[] nearest = new int[points.length];
    Arrays.fill(nearest, -1);
    boolean changes = true;
    for (int round = 0; round < rounds && changes; round++) {
      changes = false;
      for (int i = 0; i < points.length; i++) {
        int now = nearest(points[i], centres);
        changes |= now != nearest[i];
        nearest[i] = now;
      }
      centres = changes ? means(nearest, centres) : centres;
    }
    return centres;
  }

  private double[][] seeds(SplittableRandom random) {
    double[][] centres = {points[random.nextInt(points.length)].clone()};
    while (centres.length < k) {
      int next = farPoint(centres, random);
      if (next < 0) {
        return centres;
      }
      centres = Arrays.copyOf(centres, centres.length + 1);
      centres[centres.length - 1] = points[next].clone();
    }
    return centres;
  }

  /** A point drawn in proportion to its squared distance from the centres; -1 when all points are centres. */
  private int farPoint(double[][] centres, SplittableRandom random) {
    double[] sums = new double[points.length];
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += squaredDistance(points[i], centres[nearest(points[i], centres)]);
      sums[i] = sum;
    }
    double drawn = random.nextDouble() * sum;
    for (int i = 0; sum > 0 && i < points.length; i++) {
      if (sums[i] > drawn) {
        return i;
      }
    }
    return -1;
  }

  /** A centre that lost all its points stays where it is. */
  private double[][] means(int[] nearest, double[][] centres) {
    double[][] means = new double[centres.length][points[0].length];
    int[] sizes = new int[centres.length];
    for (int i = 0; i < points.length; i++) {
      sizes[nearest[i]]++;
      for (int d = 0; d < points[i].length; d++) {
        means[nearest[i]][d] += points[i][d];
      }
    }
    for (int c = 0; c < means.length; c++) {
      for (int d = 0; d < means[c].length; d++) {
        means[c][d] = sizes[c] == 0 ? centres[c][d] : means[c][d] / sizes[c];
      }
    }
    return means;
  }

  /** The sum of the squared distances of all points to their nearest centres. */
  static double within(double[][] points, double[][] centres) {
    double sum = 0;
    for (double[] point : points) {
      sum += squaredDistance(point, centres[nearest(point, centres)]);
    }
    return sum;
  }

  /** The first of the nearest centres. */
  static int nearest(double[] point, double[][] centres) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double distance = squaredDistance(point, centres[c]);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (a[d] - b[d]) * (a[d] - b[d]);
    }
    return sum;
  }
}
