package io.headlesscrm.churn.paretonbd;

import static io.headlesscrm.churn.paretonbd.SilenceMoments.SIZE;

import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.DistinctValues;
import java.util.Arrays;

/**
 * Customers with equally many purchases. Their silences share the integrals: one is taken from each time to the next,
 * these are added up from the last time to the first, and a silence is the difference of two sums. So the work grows
 * with the different times and not with the different silences.
 */
final class SilenceGroup {

  /** A difference that is less than this part of what it is taken from is integrated by itself. */
  private static final double LEAST_PART = 1e-3;

  private final double x;
  private final double[] times;
  private final double[] count;
  private final int[] start;
  private final int[] end;

  /** The rows of a histogram in [from, to), which have the same x; times are divided by the scale. */
  SilenceGroup(PurchaseHistogram histogram, int from, int to, double scale) {
    x = histogram.repeatPurchases(from);
    int rows = to - from;
    double[] both = new double[2 * rows];
    for (int row = 0; row < rows; row++) {
      both[row] = histogram.recencyOfLast(from + row) / scale;
      both[rows + row] = histogram.age(from + row) / scale;
    }
    DistinctValues distinct = DistinctValues.of(both).sorted();
    times = new double[distinct.size()];
    for (int rank = 0; rank < times.length; rank++) {
      times[rank] = distinct.value(rank);
    }
    count = new double[rows];
    start = new int[rows];
    end = new int[rows];
    for (int row = 0; row < rows; row++) {
      count[row] = histogram.count(from + row);
      start[row] = distinct.rank(row);
      end[row] = distinct.rank(rows + row);
    }
  }

  /** How much work it is: integrals and silences. */
  int size() {
    return 5 * times.length + count.length;
  }

  /** Adds ln(1 + odds of having left) less s ln(1 + T/beta), with all derivatives. */
  void addTo(SilenceSums sums) {
    double alpha = sums.alpha();
    double beta = sums.beta();
    double shape = sums.r() + x;
    SilenceMoments moments = new SilenceMoments(shape, alpha, sums.s(), beta);
    double[] lnAlpha = new double[times.length];
    double[] lnBeta = new double[times.length];
    double[] lnWeight = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      lnAlpha[i] = Math.log1p(times[i] / alpha);
      lnBeta[i] = Math.log1p(times[i] / beta);
      lnWeight[i] = -shape * lnAlpha[i] - (sums.s() + 1) * lnBeta[i];
    }
    double[] toTheEnd = toTheEnd(moments, lnWeight);
    double[] silence = new double[SIZE];
    for (int row = 0; row < count.length; row++) {
      int from = start[row];
      int to = end[row];
      silence(moments, lnWeight, toTheEnd, from, to, silence);
      sums.add(count[row], x, silence, lnWeight[from], times[to], lnAlpha[to], lnBeta[to]);
    }
  }

  private double[] toTheEnd(SilenceMoments moments, double[] lnWeight) {
    double[] sums = new double[SIZE * times.length];
    for (int i = times.length - 2; i >= 0; i--) {
      moments.addTo(sums, SIZE * i, times[i], lnWeight[i], times[i + 1]);
      double fall = Math.exp(lnWeight[i + 1] - lnWeight[i]);
      for (int k = 0; k < SIZE; k++) {
        sums[SIZE * i + k] += fall * sums[SIZE * (i + 1) + k];
      }
    }
    return sums;
  }

  private void silence(
      SilenceMoments moments,
      double[] lnWeight,
      double[] toTheEnd,
      int from,
      int to,
      double[] silence) {
    double fall = Math.exp(lnWeight[to] - lnWeight[from]);
    for (int k = 0; k < SIZE; k++) {
      silence[k] = toTheEnd[SIZE * from + k] - fall * toTheEnd[SIZE * to + k];
    }
    if (from < to && silence[0] < LEAST_PART * toTheEnd[SIZE * from]) {
      Arrays.fill(silence, 0);
      moments.addTo(silence, 0, times[from], lnWeight[from], times[to]);
    }
  }
}
