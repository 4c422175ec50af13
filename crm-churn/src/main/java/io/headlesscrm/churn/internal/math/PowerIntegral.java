package io.headlesscrm.churn.internal.math;

/**
 * The integral of (1 + v/c)^-p (1 + v/d)^-q over v from 0 to a length, for c, d above 0 and p, q at least 0.
 *
 * <p>Gauss-Legendre on panels no wider than the distance to the nearer pole and over which the integrand falls by at
 * most e^6: twelve nodes are then off by less than 1e-14 of the panel. The integrand never rises, so that what is left
 * beyond a panel is bounded by its value there, and the sum ends when that is too small to count.
 */
public final class PowerIntegral {

  private static final GaussLegendre RULE = GaussLegendre.of(12);
  private static final double STEEPEST = 6;
  private static final double NEGLIGIBLE = 1e-18;

  private PowerIntegral() {}

  /** At least 0 and at most the length; 0 for a length of 0. */
  public static double of(double c, double p, double d, double q, double length) {
    double sum = 0;
    double from = 0;
    while (from < length) {
      double fall = p / (c + from) + q / (d + from);
      double width = Math.min(Math.min(c, d) + from, STEEPEST / fall);
      double to = Math.min(length, from + width);
      sum += panel(c, p, d, q, from, to);
      if (integrand(c, p, d, q, to) * (length - to) <= NEGLIGIBLE * sum) {
        break;
      }
      from = to;
    }
    return sum;
  }

  private static double panel(double c, double p, double d, double q, double from, double to) {
    double sum = 0;
    for (int i = 0; i < RULE.size(); i++) {
      sum += RULE.weight(i) * integrand(c, p, d, q, from + RULE.node(i) * (to - from));
    }
    return sum * (to - from);
  }

  private static double integrand(double c, double p, double d, double q, double v) {
    return Math.exp(-p * LogSpace.fastLog1p(v / c) - q * LogSpace.fastLog1p(v / d));
  }
}
