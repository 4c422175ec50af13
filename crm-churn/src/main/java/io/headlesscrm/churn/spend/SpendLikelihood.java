package io.headlesscrm.churn.spend;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.Objective;

/**
 * Minus the mean log-likelihood of Gamma-Gamma in (ln p, ln q, ln gamma), amounts divided by their mean. The gamma
 * functions depend on x alone and are computed once per different x; the sample is sorted by it.
 */
final class SpendLikelihood implements Objective {

  private final int[] x;
  private final double[] total;

  SpendLikelihood(SpendSample sample, double scale) {
    x = new int[sample.size()];
    total = new double[sample.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = sample.history(i).repeatPurchases();
      total[i] = x[i] * (sample.history(i).meanSpend() / scale);
    }
  }

  @Override
  public Evaluation at(double[] point) {
    double p = Math.exp(point[0]);
    double q = Math.exp(point[1]);
    double gamma = Math.exp(point[2]);
    LogLikelihoodSum sum = new LogLikelihoodSum(3);
    for (int from = 0; from < x.length; ) {
      int to = from;
      while (to < x.length && x[to] == x[from]) {
        to++;
      }
      addGroup(sum, from, to, p, q, gamma);
      from = to;
    }
    return sum.toMeanLoss(x.length);
  }

  /** A kernel: customers with equally many purchases; total = x m, share = gamma / (gamma + x m). */
  private void addGroup(LogLikelihoodSum sum, int from, int to, double p, double q, double gamma) {
    double n = to - from;
    double shape = p * x[from];
    double lnShares = 0;
    double lnOthers = 0;
    double lnTotals = 0;
    double lnPurchases = n * Math.log(x[from]);
    double shares = 0;
    double products = 0;
    for (int i = from; i < to; i++) {
      double share = gamma / (gamma + total[i]);
      lnShares -= Math.log1p(total[i] / gamma);
      lnOthers -= Math.log1p(gamma / total[i]);
      lnTotals += Math.log(total[i]);
      shares += share;
      products += share * (1 - share);
    }
    double lnBeta = GammaFunctions.lnGammaRatio(q, shape) - GammaFunctions.lnGamma(shape);
    double trigamma = GammaFunctions.trigamma(shape + q);
    double slopeP = shape * (n * GammaFunctions.digammaDifference(shape, q) + lnOthers);
    double slopeQ = q * (n * GammaFunctions.digammaDifference(q, shape) + lnShares);

    sum.addValue(n * lnBeta + q * lnShares + shape * lnOthers - (lnTotals - lnPurchases));
    sum.addGradient(0, slopeP);
    sum.addGradient(1, slopeQ);
    sum.addGradient(2, q * n - (shape + q) * shares);
    sum.addHessian(0, 0, slopeP + n * shape * shape * GammaFunctions.trigammaDifference(shape, q));
    sum.addHessian(0, 1, n * shape * q * trigamma);
    sum.addHessian(0, 2, -shape * shares);
    sum.addHessian(1, 1, slopeQ + n * q * q * GammaFunctions.trigammaDifference(q, shape));
    sum.addHessian(1, 2, q * (n - shares));
    sum.addHessian(2, 2, -(shape + q) * products);
  }
}
