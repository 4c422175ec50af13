package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.internal.math.BetaExpectation;
import io.headlesscrm.churn.internal.math.GammaFunctions;

/**
 * All purchases to come of a customer who is alive, discounted, as an expectation over the customer's rate of events l and
 * probability of leaving p. With v = l / (l + rate), the discounted value of an event, and j events in the silence they
 * are worth v^(k - j) / (1 - (1 - p) v^k).
 *
 * <p>The weight of l and j is that of a Poisson number in the silence: l^n e^(-l (alpha + T)) (l s)^j / j!, in ln l. Over
 * ln l the trapezoidal rule, which converges geometrically for what falls off on both sides.
 */
final class ResidualPurchases {

  /** The error of the rule is e^(-pi^2 / step): 1e-14. */
  private static final double WIDEST_STEP = 0.3;

  private static final double STEP_IN_DEVIATIONS = 0.4;
  private static final double NEGLIGIBLE = 1e-17;
  private static final double CONVERGED = 1e-15;
  private static final int MOST_FRACTIONS = 1_000;

  private final RegularKernel kernel;
  private final double shape;
  private final double time;
  private final double silence;
  private final double stays;

  ResidualPurchases(RegularKernel kernel, double x, double tx, double age) {
    this.kernel = kernel;
    this.shape = kernel.r() + kernel.k() * x;
    this.time = kernel.alpha() + age;
    this.silence = (age - tx) / time;
    this.stays = kernel.b() + x + 1;
  }

  double discountedAt(double rate) {
    double step = Math.min(WIDEST_STEP, STEP_IN_DEVIATIONS / Math.sqrt(shape + kernel.k()));
    double middle = Math.log(shape + kernel.k());
    double sum = value(middle, rate);
    for (int side = -1; side <= 1; side += 2) {
      double term;
      double ln = middle;
      do {
        ln += side * step;
        term = value(ln, rate);
        sum += term;
      } while (term > NEGLIGIBLE * sum);
    }
    return sum * step / silences();
  }

  /** Of events per unit of time, times alpha + T, with their weight over Gamma(n). */
  private double value(double ln, double rate) {
    double events = Math.exp(ln);
    double weight = Math.exp(shape * ln - events - GammaFunctions.lnGamma(shape));
    if (weight == 0) {
      return 0;
    }
    double lnValue = -Math.log1p(rate * time / events);
    double inSilence = 1;
    double sum = 0;
    for (int j = 0; j < kernel.k(); j++) {
      sum += inSilence * Math.exp((kernel.k() - j) * lnValue);
      inSilence *= events * silence / (j + 1);
    }
    return weight * sum * purchases(kernel.k() * lnValue);
  }

  /**
   * The first purchase and all after it, each worth v^k of the one before, as long as the customer stays: E[1 / (1 - (1 -
   * p) v^k)] = 2F1(1, b; a + b; v^k) by Gauss's continued fraction, with Lentz's method; where v^k is so near to 1 that it
   * converges too slowly, as an expectation over p.
   *
   * <p>Source: Abramowitz &amp; Stegun (1964), 15.3.1; Cuyt et al. (2008), Handbook of continued fractions for special functions, chapter 15.
   */
  private double purchases(double lnValue) {
    double c = kernel.a() + stays;
    double z = Math.exp(lnValue);
    double above = 1;
    double below = 0;
    double fraction = 1;
    for (int i = 0; i < MOST_FRACTIONS; i++) {
      int m = i / 2;
      double coefficient = i % 2 == 0
          ? (stays + m) / (c + i) * (m == 0 ? 1 : (c + (m - 1)) / (c + (i - 1)))
          : (m + 1) / (c + i) * ((kernel.a() + m) / (c + (i - 1)));
      below = 1 / (1 - coefficient * z * below);
      above = 1 - coefficient * z / above;
      double change = above * below;
      fraction *= change;
      if (Math.abs(change - 1) < CONVERGED) {
        return 1 / fraction;
      }
    }
    double discount = -Math.expm1(lnValue);
    return BetaExpectation.of(
        kernel.a(), stays, discount, p -> 1 / (discount + p * (1 - discount)));
  }

  /** The weight of all silences without a purchase, by the gamma integral. */
  private double silences() {
    double term = 1;
    double sum = 0;
    for (int j = 0; j < kernel.k(); j++) {
      sum += term;
      term *= silence * (shape + j) / (j + 1);
    }
    return sum;
  }
}
