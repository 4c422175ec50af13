package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.internal.math.BetaExpectation;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.LogSpace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What BG/BB says about one customer at given parameters: at the start of each opportunity the customer leaves for good
 * with a probability from Beta(gamma, delta); who is still there buys with a probability from Beta(alpha, beta).
 *
 * <p>{@code x} of {@code n} opportunities were used, the last at {@code last}. Given that the customer is alive at n both
 * probabilities are beta distributed again, with alpha + x, beta + n - x and delta + n. Every sum here has positive terms
 * alone: the published forms subtract near equals, and have a pole at gamma = 1.
 *
 * <p>Source: Fader, Hardie &amp; Shang (2010), Marketing Science 29(6), doi:10.1287/mksc.1100.0580, equations 4, 5, 8,
 * 11, 13 and 14.
 */
record BgBbKernel(double alpha, double beta, double gamma, double delta) {

  static final List<String> PARAMETERS = List.of("alpha", "beta", "gamma", "delta");

  Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("alpha", alpha);
    parameters.put("beta", beta);
    parameters.put("gamma", gamma);
    parameters.put("delta", delta);
    return Collections.unmodifiableMap(parameters);
  }

  /** The log-likelihood of one order of purchases that has these three figures. */
  double logLikelihood(int x, int last, int n) {
    double untilLast = GammaFunctions.lnBetaRatio(beta, alpha, x)
        + GammaFunctions.lnBetaRatio(alpha + x, beta, last - x)
        + GammaFunctions.lnBetaRatio(gamma, delta, last);
    double lnWaits = lnWaits(x, last, n);
    return untilLast + lnWaits + LogSpace.softplus(Math.log(hasLeft(x, last, n)) - lnWaits);
  }

  /** ln P(alive) at the last opportunity: finite even where P(alive) is below the smallest double. */
  double logAliveProbability(int x, int last, int n) {
    return 0 - LogSpace.softplus(Math.log(hasLeft(x, last, n)) - lnWaits(x, last, n));
  }

  double aliveProbability(int x, int last, int n) {
    return Math.exp(logAliveProbability(x, last, n));
  }

  /** Of a customer who is alive at the last purchase: the log of the probability to be alive at n and not to have bought. */
  private double lnWaits(int x, int last, int n) {
    return GammaFunctions.lnBetaRatio(alpha + x, beta + (last - x), n - last)
        + GammaFunctions.lnBetaRatio(gamma, delta + last, n - last);
  }

  /** Of the same customer: the probability to have left by n, not having bought in between; the terms fall. */
  private double hasLeft(int x, int last, int n) {
    double term = gamma / (gamma + (delta + last));
    double sum = 0;
    for (int m = last; m < n && term * (n - m) > 1e-18 * sum; m++) {
      sum += term;
      term *= (beta + (m - x)) / (alpha + beta + m) * ((delta + m) / (gamma + delta + (m + 1)));
    }
    return sum;
  }

  /** Of a customer who is alive at n: the log of the probability to be alive so many opportunities later. */
  double lnStays(int n, int ahead) {
    return GammaFunctions.lnBetaRatio(gamma, delta + n, ahead);
  }

  /** The probability of a purchase at one of the next opportunities. */
  double activeProbability(int x, int last, int n, int ahead) {
    return aliveProbability(x, last, n) * activeProbabilityIfAlive(x, n, ahead);
  }

  /** The same for a customer who is alive at n: the sum over the opportunity of the next purchase. */
  double activeProbabilityIfAlive(int x, int n, int ahead) {
    double buys = alpha + x;
    double waits = beta + (n - x);
    double stays = delta + n;
    double term = stays / (gamma + stays) * (buys / (buys + waits));
    double sum = 0;
    for (int j = 1; j <= ahead && term > 0; j++) {
      sum += term;
      term *= (stays + j) / (gamma + stays + j) * ((waits + (j - 1)) / (buys + waits + j));
    }
    return Math.min(1, sum);
  }

  /** The expected number of the next opportunities that will be used. */
  double expectedPurchases(int x, int last, int n, int ahead) {
    return aliveProbability(x, last, n) * expectedPurchasesIfAlive(x, n, ahead);
  }

  double expectedPurchasesIfAlive(int x, int n, int ahead) {
    double stays = delta + n;
    double alive = 1;
    double sum = 0;
    for (int j = 0; j < ahead; j++) {
      alive *= (stays + j) / (gamma + stays + j);
      sum += alive;
    }
    return buyingProbability(x, n) * sum;
  }

  /** What is expected of the probability to buy at an opportunity. */
  double buyingProbability(int x, int n) {
    return (alpha + x) / (alpha + beta + n);
  }

  /** The probability that exactly so many of the next opportunities will be used. */
  double countProbability(int count, int x, int last, int n, int ahead) {
    if (count == 0) {
      return 1 - activeProbability(x, last, n, ahead);
    }
    return count > ahead
        ? 0
        : aliveProbability(x, last, n) * countProbabilityIfAlive(count, x, n, ahead);
  }

  /**
   * The sum over the opportunities that a customer who is alive at n stays: the last term is for staying through all. The
   * first may be too small for a double beside later ones, hence its logarithm.
   */
  private double countProbabilityIfAlive(int count, int x, int n, int ahead) {
    double buys = alpha + x + count;
    double waits = beta + (n - x);
    double stays = delta + n;
    double lnScale = GammaFunctions.lnBetaRatio(waits, alpha + x, count)
        + GammaFunctions.lnBetaRatio(gamma, stays, count);
    double term = 1;
    double sum = 0;
    for (int i = count; i < ahead; i++) {
      sum += term * (gamma / (gamma + stays + i));
      term *= (i + 1.0)
          / (i + 1 - count)
          * ((waits + (i - count)) / (buys + waits + (i - count)))
          * ((stays + i) / (gamma + stays + i));
      if (term > 1e200) {
        term *= 1e-200;
        sum *= 1e-200;
        lnScale += Math.log(1e200);
      }
    }
    return Math.min(1, Math.exp(lnScale + Math.log(sum + term)));
  }

  /**
   * All purchases after n, each divided by (1 + discount) once per opportunity: E[p] E[(1 - theta) / (discount + theta)].
   */
  double discountedResidualPurchases(int x, int last, int n, double discount) {
    double stays = delta + n;
    double lifetime = BetaExpectation.of(
        gamma, stays + 1, Math.min(1, discount), theta -> 1 / (discount + theta));
    return aliveProbability(x, last, n)
        * buyingProbability(x, n)
        * (stays / (gamma + stays))
        * lifetime;
  }
}
