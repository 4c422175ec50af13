package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.internal.math.BetaExpectation;

/**
 * All purchases to come of a customer who is alive, discounted. At a rate of events l, with v = l / (l + discount rate) the
 * discounted value of an event, and j events in the silence they are worth v^(k - j) / (1 - (1 - p) v^k), p being the
 * probability of leaving.
 */
final class ResidualPurchases {

  private static final double CONVERGED = 1e-15;
  private static final int MOST_FRACTIONS = 1_000;

  private final int k;
  private final double a;
  private final double stays;
  private final RateMixture mixture;

  ResidualPurchases(RegularKernel kernel, double x, double tx, double age) {
    this.k = kernel.k();
    this.a = kernel.a();
    this.stays = kernel.b() + x + 1;
    this.mixture = new RateMixture(kernel, x, tx, age);
  }

  double discountedAt(double discountRate) {
    return mixture.expect((rate, inSilence) -> {
      double lnValue = -Math.log1p(discountRate / rate);
      double first = 0;
      for (int j = 0; j < k; j++) {
        first += inSilence[j] * Math.exp((k - j) * lnValue);
      }
      return first == 0 ? 0 : first * fromFirst(k * lnValue);
    });
  }

  /**
   * The first purchase and all after it, each worth v^k of the one before, as long as the customer stays: E[1 / (1 - (1 -
   * p) v^k)] = 2F1(1, b; a + b; v^k) by Gauss's continued fraction, with Lentz's method; where v^k is so near to 1 that it
   * converges too slowly, as an expectation over p.
   *
   * <p>Source: Abramowitz &amp; Stegun (1964), 15.3.1; Cuyt et al. (2008), Handbook of continued fractions for special
   * functions, chapter 15.
   */
  private double fromFirst(double lnValue) {
    double c = a + stays;
    double z = Math.exp(lnValue);
    double above = 1;
    double below = 0;
    double fraction = 1;
    for (int i = 0; i < MOST_FRACTIONS; i++) {
      int m = i / 2;
      double coefficient = i % 2 == 0
          ? (stays + m) / (c + i) * (m == 0 ? 1 : (c + (m - 1)) / (c + (i - 1)))
          : (m + 1) / (c + i) * ((a + m) / (c + (i - 1)));
      below = 1 / (1 - coefficient * z * below);
      above = 1 - coefficient * z / above;
      double change = above * below;
      fraction *= change;
      if (Math.abs(change - 1) < CONVERGED) {
        return 1 / fraction;
      }
    }
    double discount = -Math.expm1(lnValue);
    return BetaExpectation.of(a, stays, discount, p -> 1 / (discount + p * (1 - discount)));
  }
}
