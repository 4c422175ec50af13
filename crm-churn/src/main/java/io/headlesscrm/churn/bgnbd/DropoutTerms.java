package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.DistinctValues;

/**
 * The part of the log-likelihood that weighs a silence: the sum of ln(1 + e^u), e^u the odds of having left after the
 * last purchase. The only part that must visit every triple, hence in blocks of a fixed size whose sums are added in
 * order: the same bits for any number of threads.
 *
 * <p>u = (r + x) ln((alpha + T) / (alpha + t_x)) + ln a - ln(b + x + m - 1).
 */
final class DropoutTerms {

  private static final int BLOCK = 4096;

  /** Value, four slopes, ten curvatures of the upper triangle. */
  private static final int SUMS = 15;

  private final int m;
  private final BlockRunner runner;
  private final double[] count;
  private final double[] x;
  private final double[] silence;
  private final DistinctValues age;
  private final DistinctValues lastPurchase;

  DropoutTerms(PurchaseHistogram histogram, double scale, int m, BlockRunner runner) {
    this.m = m;
    this.runner = runner;
    int first = firstWithChanceToLeave(histogram, m);
    int rows = histogram.uniqueTriples() - first;
    count = new double[rows];
    x = new double[rows];
    silence = new double[rows];
    double[] ages = new double[rows];
    double[] recencies = new double[rows];
    for (int row = 0; row < rows; row++) {
      count[row] = histogram.count(first + row);
      x[row] = histogram.repeatPurchases(first + row);
      ages[row] = histogram.age(first + row) / scale;
      recencies[row] = histogram.recencyOfLast(first + row) / scale;
      silence[row] = ages[row] - recencies[row];
    }
    age = DistinctValues.of(ages);
    lastPurchase = DistinctValues.of(recencies);
  }

  /** In BG/NBD who never came back had no chance to leave; the rows are sorted by x. */
  private static int firstWithChanceToLeave(PurchaseHistogram histogram, int m) {
    int row = 0;
    while (row < histogram.uniqueTriples() && histogram.repeatPurchases(row) + m == 0) {
      row++;
    }
    return row;
  }

  void addTo(LogLikelihoodSum sum, double r, double alpha, double a, double b) {
    Growth ages = new Growth(age, alpha);
    Growth lasts = new Growth(lastPurchase, alpha);
    int blocks = (count.length + BLOCK - 1) / BLOCK;
    double[][] sums = new double[blocks][];
    runner.run(blocks, block -> sums[block] = sumBlock(block, ages, lasts, r, alpha, a, b));
    for (double[] s : sums) {
      sum.addValue(s[0]);
      for (int i = 0, k = 5; i < 4; i++) {
        sum.addGradient(i, s[1 + i]);
        for (int j = i; j < 4; j++) {
          sum.addHessian(i, j, s[k++]);
        }
      }
    }
  }

  /** A kernel: one pass over the block's rows with all fifteen sums in registers. */
  private double[] sumBlock(
      int block, Growth ages, Growth lasts, double r, double alpha, double a, double b) {
    double lnA = Math.log(a);
    double perUnit = 1 / alpha;
    double value = 0, slopeR = 0, slopeAlpha = 0, slopeA = 0, slopeB = 0;
    double rr = 0, rAlpha = 0, ra = 0, rb = 0, alphaAlpha = 0;
    double alphaA = 0, alphaB = 0, aa = 0, ab = 0, bb = 0;
    double lastX = -1;
    double lnStays = 0;
    double weightB = 0;
    int end = Math.min(count.length, (block + 1) * BLOCK);
    for (int row = block * BLOCK; row < end; row++) {
      if (x[row] != lastX) {
        lastX = x[row];
        double stays = b + (lastX + m - 1); // in this order a tiny b keeps its digits
        lnStays = Math.log(stays);
        weightB = b / stays;
      }
      double shape = r + lastX;
      int ageRank = age.rank(row);
      int lastRank = lastPurchase.rank(row);
      double lnRatio = ages.ln[ageRank] - lasts.ln[lastRank];
      double u = shape * lnRatio + lnA - lnStays;

      // With e = exp(-|u|): softplus and both sigmoids from one exponential.
      double e = Math.exp(-Math.abs(u));
      double share = 1 / (1 + e);
      double left = u > 0 ? share : e * share;
      double stayed = u > 0 ? e * share : share;
      double weight = count[row];
      value += weight * (Math.max(u, 0) + Math.log(1 + e));

      // Slopes and curvatures of u in the logarithms of r, alpha, a (1 and 0) and b.
      double ur = r * lnRatio;
      double shareOfAge = ages.share[ageRank];
      double shareOfLast = lasts.share[lastRank];
      double perAlpha = shareOfAge * shareOfLast * silence[row] * perUnit;
      double uAlpha = -shape * perAlpha;
      double uAlphaAlpha = uAlpha * (1 - shareOfAge - shareOfLast);
      double uB = -weightB;

      double p = weight * left;
      double v = p * stayed;
      slopeR += p * ur;
      slopeAlpha += p * uAlpha;
      slopeA += p;
      slopeB += p * uB;
      rr += p * ur + v * ur * ur;
      rAlpha += -p * r * perAlpha + v * ur * uAlpha;
      ra += v * ur;
      rb += v * ur * uB;
      alphaAlpha += p * uAlphaAlpha + v * uAlpha * uAlpha;
      alphaA += v * uAlpha;
      alphaB += v * uAlpha * uB;
      aa += v;
      ab += v * uB;
      bb += p * uB * (1 - weightB) + v * uB * uB;
    }
    double[] sums = {
      value,
      slopeR,
      slopeAlpha,
      slopeA,
      slopeB,
      rr,
      rAlpha,
      ra,
      rb,
      alphaAlpha,
      alphaA,
      alphaB,
      aa,
      ab,
      bb
    };
    assert sums.length == SUMS;
    return sums;
  }

  /** What a row needs of alpha + t, by the rank of t. */
  private static final class Growth {

    /** ln(alpha + t) - ln alpha: for a large alpha their small differences would drown in ln alpha itself. */
    private final double[] ln;

    /** alpha / (alpha + t). */
    private final double[] share;

    private Growth(DistinctValues times, double alpha) {
      ln = new double[times.size()];
      share = new double[times.size()];
      for (int rank = 0; rank < times.size(); rank++) {
        ln[rank] = Math.log1p(times.value(rank) / alpha);
        share[rank] = alpha / (alpha + times.value(rank));
      }
    }
  }
}
