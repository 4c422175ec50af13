package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.internal.math.BetaExpectation;
import io.headlesscrm.churn.internal.math.ExponentialIntegral;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.internal.math.NegativeBinomial;
import io.headlesscrm.churn.process.PurchaseKernel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What BG/NBD (m = 0) and MBG/NBD (m = 1) say about one customer at given parameters.
 *
 * <p>While alive a customer buys at a rate with a Gamma(r, alpha) distribution (alpha is a rate);
 * after each repeat purchase, and in MBG/NBD after the first one too, the customer leaves with a
 * probability that has a Beta(a, b) distribution. Times are in the unit of alpha, {@code 0 <= tx <=
 * age}; {@code x} repeat purchases.
 *
 * <p>Source: Fader, Hardie &amp; Lee (2005), Marketing Science 24(2), doi:10.1287/mksc.1040.0098;
 * Batislam, Denizel &amp; Filiztekin (2007), doi:10.1016/j.ijresmar.2006.12.005; the forms here are
 * rearranged so that no difference of near equals is taken.
 */
record BetaGeometricKernel(double r, double alpha, double a, double b, int m)
    implements PurchaseKernel {

  static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

  /** From this many terms on the sum over purchase counts costs more than the quadrature. */
  private static final double MANY_TERMS = 600;

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("r", r);
    parameters.put("alpha", alpha);
    parameters.put("a", a);
    parameters.put("b", b);
    return Collections.unmodifiableMap(parameters);
  }

  /** The log-likelihood of one customer, per time unit to the power x. */
  @Override
  public double logLikelihood(double x, double tx, double age) {
    return GammaFunctions.lnGammaRatio(r, x)
        - r * Math.log1p(age / alpha)
        - x * Math.log(alpha + age)
        + GammaFunctions.lnBetaRatio(a, b, x + m)
        - logAliveProbability(x, tx, age);
  }

  /** ln P(alive): finite even where P(alive) is below the smallest double. */
  @Override
  public double logAliveProbability(double x, double tx, double age) {
    return x + m > 0 ? -LogSpace.softplus(logDropoutOdds(x, tx, age)) : 0;
  }

  @Override
  public double aliveProbability(double x, double tx, double age) {
    return x + m > 0 ? 1 / (1 + Math.exp(lnGrowthOfOdds(x, tx, age)) * oddsAtPurchase(x)) : 1;
  }

  /** The log of the odds of having left after the last purchase. */
  private double logDropoutOdds(double x, double tx, double age) {
    return lnGrowthOfOdds(x, tx, age) + Math.log(oddsAtPurchase(x));
  }

  private double lnGrowthOfOdds(double x, double tx, double age) {
    return (r + x) * LogSpace.fastLog1p((age - tx) / (alpha + tx));
  }

  /** Right after the last purchase; in this order of the sum a tiny b keeps its digits. */
  private double oddsAtPurchase(double x) {
    return a / (b + (x + m - 1));
  }

  /** One over the purchase rate that is expected of the customer right after the last purchase. */
  @Override
  public double usualGap(double x, double tx) {
    return (alpha + tx) / (r + x);
  }

  /** Predictions bend where the posterior rate, alpha + age, does. */
  @Override
  public double smoothFor(double x, double age) {
    return alpha + age;
  }

  /** The probability of at least one purchase in (age, age + horizon]. */
  @Override
  public double activeProbability(double x, double tx, double age, double horizon) {
    return aliveProbability(x, tx, age) * activeProbabilityIfAlive(x, tx, age, horizon);
  }

  /** The same for a customer who is known to be alive at {@code age}. */
  @Override
  public double activeProbabilityIfAlive(double x, double tx, double age, double horizon) {
    return LogSpace.probabilityOfHazard((r + x) * LogSpace.fastLog1p(horizon / (alpha + age)));
  }

  /** The expected number of purchases in (age, age + horizon]. */
  @Override
  public double expectedPurchases(double x, double tx, double age, double horizon) {
    double alive = aliveProbability(x, tx, age);
    return alive == 0 ? 0 : alive * expectedPurchasesIfAlive(x, age, horizon);
  }

  /** The same for a customer who is known to be alive at {@code age}. */
  double expectedPurchasesIfAlive(double x, double age, double horizon) {
    double growth = horizon / (alpha + age);
    double mean = (r + x) * growth;
    double terms = mean + 8 * Math.sqrt(mean * (1 + growth)) + 40 * (1 + growth);
    return terms < MANY_TERMS ? sumOverPurchaseCounts(x, growth) : quadratureOverDropout(x, growth);
  }

  /**
   * E[sum over k = 1..N of (1-p)^(k-1)], N the negative binomial number of purchases that a customer
   * who cannot leave would make. Every term is positive, for every a; the weights are normalised by
   * their own sum, so that the first may be as small as it likes.
   */
  double sumOverPurchaseCounts(double x, double growth) {
    double shape = r + x;
    double z = growth / (1 + growth);
    double stays = b + x + m;
    double weight = 1;
    double weights = 1;
    double stillThere = 1;
    double count = 0;
    double sum = 0;
    for (int n = 0; n < shape * growth || weight * (n + 2) * (1 + growth) > 1e-17 * sum; n++) {
      weight *= z * (shape + n) / (n + 1);
      count += stillThere;
      stillThere *= (stays + n) / (a + stays + n);
      weights += weight;
      sum += weight * count;
      if (weight > 1e200) {
        weight *= 1e-200;
        weights *= 1e-200;
        sum *= 1e-200;
      }
    }
    return sum / weights;
  }

  /** The same as an expectation over the leaving probability: for far horizons and heavy buyers. */
  double quadratureOverDropout(double x, double growth) {
    double shape = r + x;
    double flatBelow = 1 / Math.max(1, growth * Math.max(1, shape));
    return BetaExpectation.of(
        a,
        b + x + m,
        flatBelow,
        p -> LogSpace.probabilityOfHazard(shape * LogSpace.fastLog1p(p * growth)) / p);
  }

  /**
   * The customer stays through all purchases, or leaves right after the last one and would have made at least as many.
   *
   * <p>Source: Fader, Hardie &amp; Lee (2005), equation 8, with the parameters of the customer at {@code age}.
   */
  @Override
  public double countProbability(int count, double x, double tx, double age, double horizon) {
    double alive = aliveProbability(x, tx, age);
    if (count == 0 || horizon == 0) {
      double none = 1 - alive * activeProbabilityIfAlive(x, tx, age, horizon);
      return count == 0 ? none : 0;
    }
    double stays = b + x + m;
    double staysThroughAll = Math.exp(GammaFunctions.lnBetaRatio(a, stays, count));
    double leavesAfterLast =
        Math.exp(GammaFunctions.lnBetaRatio(a, stays, count - 1)) * a / (a + stays + count - 1);
    double growth = horizon / (alpha + age);
    double exactly = NegativeBinomial.probability(count, r + x, growth);
    double atLeast = NegativeBinomial.probabilityOfAtLeast(count, r + x, growth);
    return alive * (staysThroughAll * exactly + leavesAfterLast * atLeast);
  }

  /**
   * Discounted expected residual purchases, from {@code age} to the end of time, at a continuous
   * discount rate per time unit.
   */
  @Override
  public double discountedResidualPurchases(double x, double tx, double age, double rate) {
    double alive = aliveProbability(x, tx, age);
    return alive == 0 ? 0 : alive * discountedResidualPurchasesIfAlive(x, age, rate);
  }

  private double discountedResidualPurchasesIfAlive(double x, double age, double rate) {
    double shape = r + x;
    double scaledRate = rate * (alpha + age);
    return BetaExpectation.of(
        a,
        b + x + m,
        Math.min(1, scaledRate / (shape + 1)),
        p -> shape / p * ExponentialIntegral.scaled(shape + 1, scaledRate / p));
  }
}
