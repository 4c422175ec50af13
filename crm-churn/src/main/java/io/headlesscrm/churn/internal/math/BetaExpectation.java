package io.headlesscrm.churn.internal.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The expectation of a smooth function over a Beta(a, b) distribution, for every a and b.
 *
 * <p>The trapezoidal rule in logit p: the integrand is analytic there and falls off exponentially on
 * both sides, so the rule converges geometrically. Where a or b is small that fall is slow; the
 * remaining tails are geometric series and are added in closed form. The weights are normalised by
 * their own sum, so no beta function is needed.
 */
public final class BetaExpectation {

  private static final double WIDEST_STEP = 0.22;
  private static final double STEP_IN_DEVIATIONS = 0.5;
  private static final double NEGLIGIBLE = 1e-18;

  private final double a;
  private final double b;
  private final double step;
  private final double mode;
  private final double peak;

  private BetaExpectation(double a, double b) {
    this.a = a;
    this.b = b;
    this.step = Math.min(WIDEST_STEP, STEP_IN_DEVIATIONS * Math.sqrt(1 / a + 1 / b));
    this.mode = Math.log(a / b);
    this.peak = lnWeight(mode);
  }

  /**
   * Computes {@code E[f(p)]}, p from Beta(a, b).
   *
   * @param f positive, with finite limits at 0 and 1
   * @param flatBelow f is constant, to the last digit, for p below 1e-17 times this; in (0, 1]
   */
  public static double of(double a, double b, double flatBelow, DoubleUnaryOperator f) {
    return new BetaExpectation(a, b).expect(flatBelow, f);
  }

  private double expect(double flatBelow, DoubleUnaryOperator f) {
    double lowest = Math.log(1e-17 * Math.min(flatBelow, 1 / Math.max(1, b)));
    double highest = Math.log(1e17 * Math.max(1, a));
    double weights = 1;
    double values = f.applyAsDouble(LogSpace.sigmoid(mode));
    for (int side = -1; side <= 1; side += 2) {
      double weight;
      double value;
      double logit = mode;
      do {
        logit += side * step;
        weight = Math.exp(lnWeight(logit) - peak);
        value = weight * f.applyAsDouble(LogSpace.sigmoid(logit));
        weights += weight;
        values += value;
      } while (logit > lowest
          && logit < highest
          && (weight > NEGLIGIBLE * weights || value > NEGLIGIBLE * values));
      double rest = 1 / Math.expm1((side < 0 ? a : b) * step);
      weights += weight * rest;
      values += value * rest;
    }
    return values / weights;
  }

  private double lnWeight(double logit) {
    return -a * LogSpace.softplus(-logit) - b * LogSpace.softplus(logit);
  }
}
