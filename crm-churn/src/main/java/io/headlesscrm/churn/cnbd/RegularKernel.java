package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.LogSpace;

/**
 * What MBG/CNBD-k says about one customer at given parameters: of a random process every k-th event is a purchase, so
 * that gaps have an Erlang-k distribution with a rate from Gamma(r, alpha); after every purchase, the first one included,
 * the customer leaves with a probability from Beta(a, b).
 *
 * <p>The silence s since the last purchase of a customer who is alive holds 0 to k - 1 events. With q = s / (alpha + T)
 * and n = r + k x their weights are Gamma(n + j) / Gamma(n) / j! q^j; the weight of having left is a / (b + x) ((alpha +
 * T) / (alpha + t_x))^n.
 *
 * <p>Source: Platzer &amp; Reutterer (2016), Marketing Science 35(5), doi:10.1287/mksc.2015.0963; Reutterer, Platzer
 * &amp; Schroeder (2021), doi:10.1016/j.ijresmar.2020.09.002.
 */
record RegularKernel(int k, double r, double alpha, double a, double b) {

  /**
   * The log-likelihood of one customer less the part that knows the single gaps, (k - 1) times the sum of their
   * logarithms.
   */
  double logLikelihood(double x, double tx, double age) {
    double shape = r + k * x;
    double lnWaiting = lnWaiting(shape, (age - tx) / (alpha + age));
    return GammaFunctions.lnGammaRatio(r, k * x)
        - r * Math.log1p(age / alpha)
        - k * x * Math.log(alpha + age)
        - x * GammaFunctions.lnGamma(k)
        + GammaFunctions.lnBetaRatio(a, b, x + 1)
        + lnWaiting
        + LogSpace.softplus(lnLeft(x, tx, age) - lnWaiting);
  }

  double logAliveProbability(double x, double tx, double age) {
    double lnWaiting = lnWaiting(r + k * x, (age - tx) / (alpha + age));
    return 0 - LogSpace.softplus(lnLeft(x, tx, age) - lnWaiting);
  }

  private double lnLeft(double x, double tx, double age) {
    return (r + k * x) * LogSpace.fastLog1p((age - tx) / (alpha + tx)) + Math.log(a / (b + x));
  }

  /** The log of the sum over the events that a silence may hold, the largest taken out. */
  private double lnWaiting(double shape, double q) {
    double largest = 0;
    double ln = 0;
    for (int j = 1; j < k && q > 0; j++) {
      ln += Math.log((shape + j - 1) / j * q);
      largest = Math.max(largest, ln);
    }
    double sum = Math.exp(-largest);
    ln = 0;
    for (int j = 1; j < k && q > 0; j++) {
      ln += Math.log((shape + j - 1) / j * q);
      sum += Math.exp(ln - largest);
    }
    return largest + Math.log(sum);
  }

  /** The probability of a purchase in (age, age + horizon]: of a customer who is alive, that the silence does not go on. */
  double activeProbability(double x, double tx, double age, double horizon) {
    double shape = r + k * x;
    double end = alpha + age + horizon;
    double goesOn = lnWaiting(shape, (age + horizon - tx) / end)
        - lnWaiting(shape, (age - tx) / (alpha + age))
        - shape * LogSpace.fastLog1p(horizon / (alpha + age));
    return Math.exp(logAliveProbability(x, tx, age)) * Math.max(0, -Math.expm1(goesOn));
  }
}
