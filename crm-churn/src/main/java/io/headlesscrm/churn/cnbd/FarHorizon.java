package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.internal.math.BetaExpectation;

/**
 * The purchases that are expected of a customer who is alive within a horizon that may hold any number of events: over the
 * rate of events, and at each rate over the Poisson number of them or, where there are many, over the probability of
 * leaving.
 */
final class FarHorizon {

  private static final double FEWEST = 2_000;
  private static final double LN_NEGLIGIBLE = 40;

  private final int k;
  private final double a;
  private final double stays;
  private final double many;
  private final RateMixture mixture;

  FarHorizon(RegularKernel kernel, double x, double tx, double age) {
    this.k = kernel.k();
    this.a = kernel.a();
    this.stays = kernel.b() + x + 1;
    this.mixture = new RateMixture(kernel, x, tx, age);
    // From here on the number of events modulo k is uniform, but for a part of e^-40.
    this.many = Math.max(FEWEST, k == 1 ? 0 : LN_NEGLIGIBLE / (1 - Math.cos(2 * Math.PI / k)));
  }

  double expectedPurchases(double horizon) {
    return mixture.expect((rate, inSilence) -> {
      double events = rate * horizon;
      double sum = 0;
      for (int j = 0; j < k; j++) {
        sum += inSilence[j] == 0
            ? 0
            : inSilence[j] * (events < many ? ofFew(events, k - j) : ofMany(events, j));
      }
      return sum;
    });
  }

  /** Among a Poisson number of events. */
  private double ofFew(double events, int first) {
    return new EveryKthEvent(k, a, stays).expected(first, events, 1, n -> events / (n + 1));
  }

  /**
   * E[(1 - (1 - p)^N) / p], N = floor((j + M) / k) for a Poisson number M: with y^k = 1 - p and the rest of the division
   * uniform, E[y^(k N)] = y^j e^(-events (1 - y)) times the mean of y^-rest.
   */
  private double ofMany(double events, int j) {
    return BetaExpectation.of(a, stays, Math.min(1, k / events), p -> {
      if (p == 1) {
        return 1;
      }
      double lnY = Math.log1p(-p) / k;
      double rests = 0;
      for (int rest = 1; rest < k; rest++) {
        rests += Math.expm1(-rest * lnY);
      }
      return -Math.expm1(Math.log1p(rests / k) + j * lnY + events * Math.expm1(lnY)) / p;
    });
  }
}
