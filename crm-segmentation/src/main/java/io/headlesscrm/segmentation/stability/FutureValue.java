package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segmentation;
import java.util.OptionalInt;

/**
 * How well a segmentation separates what customers bring afterwards, on customers that the means were not taken from:
 * half of them, every other one by id, gives the mean of each segment, which predicts the other half, and the other way
 * round.
 *
 * @param customers how many were predicted
 * @param explained the share of the variance that the segments explain; 0 or less when they explain nothing; NaN when
 *     nothing varies
 */
public record FutureValue(int customers, double explained) {

  /**
   * Judges a segmentation by a later window.
   *
   * @param segmentation made before the window
   * @param later the base of the hold-out window alone; customers who are not in it brought nothing
   * @return how much of the variance of the later spend is explained
   */
  public static FutureValue of(Segmentation segmentation, CustomerBase later) {
    int n = segmentation.size();
    double[] spend = new double[n];
    int[] segment = new int[n];
    for (int row = 0; row < n; row++) {
      OptionalInt found = later.findRow(segmentation.base().customer(row));
      spend[row] = found.isPresent() ? later.spendMinor(found.getAsInt()) : 0;
      segment[row] = segmentation.model().segments().indexOf(segmentation.segment(row));
    }
    double[][] means = means(spend, segment, segmentation.model().segments().size());
    double[] whole = {mean(spend, 0), mean(spend, 1)};
    double error = 0;
    double variance = 0;
    for (int row = 0; row < n; row++) {
      int other = 1 - row % 2;
      double predicted = means[other][segment[row]];
      error += square(spend[row] - (Double.isNaN(predicted) ? whole[other] : predicted));
      variance += square(spend[row] - whole[other]);
    }
    return new FutureValue(n, variance > 0 ? 1 - error / variance : Double.NaN);
  }

  private static double[][] means(double[] spend, int[] segment, int segments) {
    double[][] sums = new double[2][segments];
    int[][] counts = new int[2][segments];
    for (int row = 0; row < spend.length; row++) {
      sums[row % 2][segment[row]] += spend[row];
      counts[row % 2][segment[row]]++;
    }
    for (int half = 0; half < 2; half++) {
      for (int i = 0; i < segments; i++) {
        sums[half][i] /= counts[half][i];
      }
    }
    return sums;
  }

  private static double mean(double[] spend, int half) {
    double sum = 0;
    int count = 0;
    for (int row = half; row < spend.length; row += 2) {
      sum += spend[row];
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double square(double value) {
    return value * value;
  }
}
