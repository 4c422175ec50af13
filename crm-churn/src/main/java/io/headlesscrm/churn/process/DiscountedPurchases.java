package io.headlesscrm.churn.process;

import io.headlesscrm.churn.internal.math.GaussLegendre;
import java.util.function.DoubleUnaryOperator;

/**
 * Purchases within a horizon, each discounted to its start: by parts, with N(t) the purchases expected until t,
 * e^(-rate h) N(h) + rate * integral over (0, h] of e^(-rate t) N(t) dt.
 */
final class DiscountedPurchases {

  /** The discount within a panel of the quadrature. */
  private static final double MOST_DISCOUNT = 4;

  private static final GaussLegendre RULE = GaussLegendre.of(12);

  private DiscountedPurchases() {}

  /** Panels as wide as the distance to the pole of N, which grows with t; all terms are positive. */
  static double within(double horizon, double rate, double smooth, DoubleUnaryOperator purchases) {
    double sum = 0;
    double from = 0;
    double widest = rate == 0 ? horizon : MOST_DISCOUNT / rate;
    while (rate > 0 && from < horizon && rate * from < 750) {
      double to = Math.min(horizon, from + Math.min(smooth + from, widest));
      sum += RULE.integrate(from, to, t -> Math.exp(-rate * t) * purchases.applyAsDouble(t));
      from = to;
    }
    return Math.exp(-rate * horizon) * purchases.applyAsDouble(horizon) + rate * sum;
  }
}
