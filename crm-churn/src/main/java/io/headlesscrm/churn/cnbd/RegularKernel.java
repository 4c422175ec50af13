package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.internal.math.NegativeBinomial;
import io.headlesscrm.churn.process.PurchaseKernel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What MBG/CNBD-k says about one customer at given parameters: of a random process every k-th event is a purchase, so
 * that gaps have an Erlang-k distribution with a rate from Gamma(r, alpha); after every purchase, the first one included,
 * the customer leaves with a probability from Beta(a, b).
 *
 * <p>The silence s since the last purchase of a customer who is alive holds 0 to k - 1 events. With q = s / (alpha + T)
 * and n = r + k x their weights are Gamma(n + j) / Gamma(n) / j! q^j; the weight of having left is a / (b + x) ((alpha +
 * T) / (alpha + t_x))^n. After j events in the silence the events to come are negative binomial with shape n + j, and
 * the first purchase is the (k - j)-th of them.
 *
 * <p>Source: Platzer &amp; Reutterer (2016), Marketing Science 35(5), doi:10.1287/mksc.2015.0963; Reutterer, Platzer
 * &amp; Schroeder (2021), doi:10.1016/j.ijresmar.2020.09.002. The sums over counts of events are ours: the papers have
 * approximations.
 */
record RegularKernel(int k, double r, double alpha, double a, double b) implements PurchaseKernel {

  /** From this many terms on the sum over numbers of events costs more than the quadrature over rates. */
  private static final double MANY_TERMS = 20_000;

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("r", r);
    parameters.put("alpha", alpha);
    parameters.put("a", a);
    parameters.put("b", b);
    parameters.put("k", (double) k);
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * The log-likelihood of one customer less the part that knows the single gaps, (k - 1) times the sum of their
   * logarithms.
   */
  @Override
  public double logLikelihood(double x, double tx, double age) {
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

  @Override
  public double logAliveProbability(double x, double tx, double age) {
    double lnWaiting = lnWaiting(r + k * x, (age - tx) / (alpha + age));
    return 0 - LogSpace.softplus(lnLeft(x, tx, age) - lnWaiting);
  }

  @Override
  public double aliveProbability(double x, double tx, double age) {
    return Math.exp(logAliveProbability(x, tx, age));
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

  /** How likely the silence of a customer who is alive holds 0 to k - 1 events. */
  private double[] eventsInSilence(double x, double tx, double age) {
    double shape = r + k * x;
    double q = (age - tx) / (alpha + age);
    double total = lnWaiting(shape, q);
    double[] weights = new double[k];
    double ln = 0;
    weights[0] = Math.exp(-total);
    for (int j = 1; j < k && q > 0; j++) {
      ln += Math.log((shape + j - 1) / j * q);
      weights[j] = Math.exp(ln - total);
    }
    return weights;
  }

  @Override
  public double usualGap(double x, double tx) {
    return k * (alpha + tx) / (r + k * x);
  }

  /** Of regular buyers the purchases to come are bunched, a usual gap apart. */
  @Override
  public double smoothFor(double x, double age) {
    return k == 1 ? alpha + age : Math.min(alpha + age, usualGap(x, age));
  }

  /** That the silence does not go on. */
  @Override
  public double activeProbabilityIfAlive(double x, double tx, double age, double horizon) {
    double shape = r + k * x;
    double end = alpha + age + horizon;
    double goesOn = lnWaiting(shape, (age + horizon - tx) / end)
        - lnWaiting(shape, (age - tx) / (alpha + age))
        - shape * LogSpace.fastLog1p(horizon / (alpha + age));
    return Math.max(0, -Math.expm1(goesOn));
  }

  @Override
  public double expectedPurchases(double x, double tx, double age, double horizon) {
    double alive = aliveProbability(x, tx, age);
    if (alive == 0 || horizon == 0) {
      return 0;
    }
    double growth = horizon / (alpha + age);
    double mean = (r + k * x + k) * growth;
    double terms = mean + 8 * Math.sqrt(mean * (1 + growth)) + 40 * (1 + growth);
    return alive
        * (terms < MANY_TERMS
            ? expectedPurchasesIfAlive(x, tx, age, horizon)
            : new FarHorizon(this, x, tx, age).expectedPurchases(horizon));
  }

  /** By the number of events: exact for every horizon, but as slow as they are many. */
  double expectedPurchasesIfAlive(double x, double tx, double age, double horizon) {
    double growth = horizon / (alpha + age);
    double[] weights = eventsInSilence(x, tx, age);
    double sum = 0;
    for (int j = 0; j < k; j++) {
      sum += weights[j] == 0
          ? 0
          : weights[j] * sumOverEventCounts(r + k * x + j, k - j, b + x + 1, growth);
    }
    return sum;
  }

  /** Among a negative binomial number of events. */
  private double sumOverEventCounts(double shape, int first, double stays, double growth) {
    double z = growth / (1 + growth);
    return new EveryKthEvent(k, a, stays)
        .expected(first, shape * growth, 1 + growth, n -> z * (shape + n) / (n + 1));
  }

  /** The customer stays through all purchases, or leaves right after the last one and would have made at least as many. */
  @Override
  public double countProbability(int count, double x, double tx, double age, double horizon) {
    if (count == 0 || horizon == 0) {
      return count == 0 ? 1 - activeProbability(x, tx, age, horizon) : 0;
    }
    double stays = b + x + 1;
    double staysThroughAll = Math.exp(GammaFunctions.lnBetaRatio(a, stays, count));
    double leavesAfterLast =
        Math.exp(GammaFunctions.lnBetaRatio(a, stays, count - 1)) * a / (a + stays + count - 1);
    double growth = horizon / (alpha + age);
    double[] weights = eventsInSilence(x, tx, age);
    double sum = 0;
    for (int j = 0; j < k; j++) {
      double shape = r + k * x + j;
      int fewest = Math.multiplyExact(k, count) - j;
      double exactly = 0;
      for (int events = fewest; events < fewest + k; events++) {
        exactly += NegativeBinomial.probability(events, shape, growth);
      }
      double atLeast = NegativeBinomial.probabilityOfAtLeast(fewest, shape, growth);
      sum += weights[j] * (staysThroughAll * exactly + leavesAfterLast * atLeast);
    }
    return Math.min(1, aliveProbability(x, tx, age) * sum);
  }

  @Override
  public double discountedResidualPurchases(double x, double tx, double age, double rate) {
    double alive = aliveProbability(x, tx, age);
    return alive == 0 ? 0 : alive * new ResidualPurchases(this, x, tx, age).discountedAt(rate);
  }
}
