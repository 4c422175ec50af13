package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.internal.math.ChiSquare;
import java.util.List;

/**
 * Whether customers move between segments at the same rates in two periods: for each segment the chi-square statistic of
 * its two rows, added up.
 *
 * <p>Source: T. W. Anderson and L. A. Goodman, Statistical inference about Markov chains, Annals of Mathematical
 * Statistics 28(1), 1957, section 3.2, doi:10.1214/aoms/1177707039.
 *
 * @param statistic at least 0
 * @param degreesOfFreedom summed over the segments that have customers in both periods: the number of segments that
 *     anybody went to, less one
 * @param pValue of a statistic at least as large if the rates were the same; NaN when there is nothing to compare
 * @param smallestExpected the smallest expected number of customers in a cell; below 5 the p-value is rough
 */
public record HomogeneityTest(
    double statistic, int degreesOfFreedom, double pValue, double smallestExpected) {

  static HomogeneityTest of(List<int[]> first, List<int[]> second) {
    double statistic = 0;
    int degrees = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < first.size(); row++) {
      int[] a = first.get(row);
      int[] b = second.get(row);
      double n = sum(a);
      double m = sum(b);
      if (n > 0 && m > 0) {
        int used = 0;
        for (int i = 0; i < a.length; i++) {
          double both = (double) a[i] + b[i];
          if (both > 0) {
            double expectedA = both * n / (n + m);
            double expectedB = both * m / (n + m);
            statistic +=
                square(a[i] - expectedA) / expectedA + square(b[i] - expectedB) / expectedB;
            smallest = Math.min(smallest, Math.min(expectedA, expectedB));
            used++;
          }
        }
        degrees += used - 1;
      }
    }
    double pValue = degrees < 1 ? Double.NaN : ChiSquare.upperTail(statistic, degrees);
    return new HomogeneityTest(statistic, degrees, pValue, smallest);
  }

  private static long sum(int[] row) {
    long sum = 0;
    for (int count : row) {
      sum += count;
    }
    return sum;
  }

  private static double square(double value) {
    return value * value;
  }
}
