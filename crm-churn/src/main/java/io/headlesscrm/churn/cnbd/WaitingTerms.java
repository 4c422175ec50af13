package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.GammaFunctions;

/**
 * The part of the log-likelihood that weighs a silence: the log of the sum over the events that it may hold and of having
 * left, see {@link RegularKernel}, with all derivatives in ln r, ln alpha, ln a and ln b.
 */
final class WaitingTerms {

  private static final int PARAMETERS = 4;

  private final PurchaseHistogram histogram;
  private final double scale;
  private final int k;
  private final double[] mean = new double[PARAMETERS];
  private final double[][] second = new double[PARAMETERS][PARAMETERS];

  WaitingTerms(PurchaseHistogram histogram, double scale, int k) {
    this.histogram = histogram;
    this.scale = scale;
    this.k = k;
  }

  /** The rows are sorted by x, on which the gamma functions depend. */
  void addTo(LogLikelihoodSum sum, double r, double alpha, double a, double b) {
    double[] ln = new double[k + 1];
    double[] digamma = new double[k];
    double[] trigamma = new double[k];
    double[] coefficient = new double[k];
    double lastX = -1;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      double x = histogram.repeatPurchases(row);
      double shape = r + k * x;
      if (x != lastX) {
        lastX = x;
        for (int j = 1; j < k; j++) {
          coefficient[j] = coefficient[j - 1] + Math.log((shape + j - 1) / j);
          digamma[j] = GammaFunctions.digammaDifference(shape, j);
          trigamma[j] = GammaFunctions.trigammaDifference(shape, j);
        }
      }
      double tx = histogram.recencyOfLast(row) / scale;
      double age = histogram.age(row) / scale;
      double silence = age - tx;
      double lnGrowth = Math.log1p(age / alpha) - Math.log1p(tx / alpha);
      ln[k] = shape * lnGrowth + Math.log(a / (b + x));
      double lnQ = Math.log(silence / (alpha + age));
      double largest = Math.max(0, ln[k]);
      for (int j = 1; j < k; j++) {
        ln[j] = coefficient[j] + j * lnQ;
        largest = Math.max(largest, ln[j]);
      }
      double total = 0;
      for (int j = 0; j <= k; j++) {
        total += Math.exp(ln[j] - largest);
      }
      clear();
      double ofAge = alpha / (alpha + age);
      for (int j = 0; j < k; j++) {
        addWaiting(
            Math.exp(ln[j] - largest) / total, j, r * digamma[j], r * r * trigamma[j], ofAge);
      }
      double ofLast = alpha / (alpha + tx);
      addLeft(
          Math.exp(ln[k] - largest) / total,
          r * lnGrowth,
          r,
          shape,
          silence / alpha * ofAge * ofLast,
          1 - ofAge - ofLast,
          b / (b + x));
      addRow(sum, (double) histogram.count(row), largest + Math.log(total));
    }
  }

  private void clear() {
    for (int i = 0; i < PARAMETERS; i++) {
      mean[i] = 0;
      for (int j = i; j < PARAMETERS; j++) {
        second[i][j] = 0;
      }
    }
  }

  /** j events in the silence: slopes j-fold in alpha, by digamma differences in r. */
  private void addWaiting(double p, int j, double slopeR, double curveR, double ofAge) {
    double slopeAlpha = -j * ofAge;
    mean[0] += p * slopeR;
    mean[1] += p * slopeAlpha;
    second[0][0] += p * (slopeR + curveR + slopeR * slopeR);
    second[0][1] += p * slopeR * slopeAlpha;
    second[1][1] += p * (slopeAlpha * (1 - ofAge) + slopeAlpha * slopeAlpha);
  }

  /** Having left: the slopes of n ln((alpha + T)/(alpha + t_x)) + ln a - ln(b + x). */
  private void addLeft(
      double p,
      double slopeR,
      double r,
      double shape,
      double perAlpha,
      double bend,
      double shareB) {
    double slopeAlpha = -shape * perAlpha;
    double[] slopes = {slopeR, slopeAlpha, 1, -shareB};
    for (int i = 0; i < PARAMETERS; i++) {
      mean[i] += p * slopes[i];
      for (int j = i; j < PARAMETERS; j++) {
        second[i][j] += p * slopes[i] * slopes[j];
      }
    }
    second[0][0] += p * slopeR;
    second[0][1] -= p * r * perAlpha;
    second[1][1] += p * slopeAlpha * bend;
    second[3][3] -= p * shareB * (1 - shareB);
  }

  private void addRow(LogLikelihoodSum sum, double weight, double value) {
    sum.addValue(weight * value);
    for (int i = 0; i < PARAMETERS; i++) {
      sum.addGradient(i, weight * mean[i]);
      for (int j = i; j < PARAMETERS; j++) {
        sum.addHessian(i, j, weight * (second[i][j] - mean[i] * mean[j]));
      }
    }
  }
}
