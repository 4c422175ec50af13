package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.internal.math.ExponentialIntegral;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.internal.math.PowerIntegral;
import io.headlesscrm.churn.process.PurchaseKernel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Pareto/NBD says about one customer at given parameters.
 *
 * <p>While alive a customer buys at a rate with a Gamma(r, alpha) distribution and leaves at a rate with a Gamma(s, beta)
 * distribution (alpha and beta are rates), at any time and not only after a purchase.
 *
 * <p>The likelihood is that of the NBD model times (beta / (beta + T))^s / P(alive), and the odds of having left are one
 * integral over the silence, all of whose parts are positive. The textbook form is a difference of two hypergeometric
 * functions, which overflow and cancel.
 *
 * <p>Source: Schmittlein, Morrison &amp; Colombo (1987), Management Science 33(1), doi:10.1287/mnsc.33.1.1; Fader &amp;
 * Hardie (2005), "A note on deriving the Pareto/NBD model and related expressions" (note 009).
 */
record ParetoKernel(double r, double alpha, double s, double beta) implements PurchaseKernel {

  static final List<String> PARAMETERS = List.of("r", "alpha", "s", "beta");

  @Override
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("r", r);
    parameters.put("alpha", alpha);
    parameters.put("s", s);
    parameters.put("beta", beta);
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public double logLikelihood(double x, double tx, double age) {
    return GammaFunctions.lnGammaRatio(r, x)
        - r * Math.log1p(age / alpha)
        - x * Math.log(alpha + age)
        - s * Math.log1p(age / beta)
        - logAliveProbability(x, tx, age);
  }

  @Override
  public double logAliveProbability(double x, double tx, double age) {
    return 0 - LogSpace.softplus(logDropoutOdds(x, tx, age));
  }

  @Override
  public double aliveProbability(double x, double tx, double age) {
    return LogSpace.sigmoid(-logDropoutOdds(x, tx, age));
  }

  /**
   * The log of the odds of having left since the last purchase: ln of the integral over v in (tx, age] of s ((alpha +
   * age) / (alpha + v))^(r + x) ((beta + age) / (beta + v))^s / (beta + v). Its value at tx, which may overflow, is taken
   * out. Minus infinity without a silence.
   */
  private double logDropoutOdds(double x, double tx, double age) {
    double silence = age - tx;
    double sinceLast = PowerIntegral.of(alpha + tx, r + x, beta + tx, s + 1, silence);
    return Math.log(s / (beta + tx) * sinceLast)
        + (r + x) * LogSpace.fastLog1p(silence / (alpha + tx))
        + s * LogSpace.fastLog1p(silence / (beta + tx));
  }

  @Override
  public double usualGap(double x, double tx) {
    return (alpha + tx) / (r + x);
  }

  @Override
  public double smoothFor(double x, double age) {
    return Math.min(alpha, beta) + age;
  }

  /** The time of the next purchase is that of a Pareto distribution, cut off by leaving, a Pareto distribution too. */
  @Override
  public double activeProbabilityIfAlive(double x, double tx, double age, double horizon) {
    double next = PowerIntegral.of(alpha + age, r + x + 1, beta + age, s, horizon);
    return Math.min(1, (r + x) / (alpha + age) * next);
  }

  @Override
  public double expectedPurchases(double x, double tx, double age, double horizon) {
    return aliveProbability(x, tx, age) * (r + x) / (alpha + age) * timeAlive(age, horizon);
  }

  /** The expected part of the horizon in which a customer who is alive at its start still is; finite at s = 1. */
  private double timeAlive(double age, double horizon) {
    double ln = LogSpace.fastLog1p(horizon / (beta + age));
    double exponent = (s - 1) * ln;
    double mean = exponent == 0 ? 1 : -Math.expm1(-exponent) / exponent;
    return (beta + age) * ln * mean;
  }

  @Override
  public double discountedResidualPurchases(double x, double tx, double age, double rate) {
    double discountedTimeAlive = (beta + age) * ExponentialIntegral.scaled(s, rate * (beta + age));
    return aliveProbability(x, tx, age) * (r + x) / (alpha + age) * discountedTimeAlive;
  }

  @Override
  public double countProbability(int count, double x, double tx, double age, double horizon) {
    double alive = aliveProbability(x, tx, age);
    return count == 0
        ? 1 - alive * activeProbabilityIfAlive(x, tx, age, horizon)
        : alive * new CountProbability(this, x, age).of(count, horizon);
  }
}
