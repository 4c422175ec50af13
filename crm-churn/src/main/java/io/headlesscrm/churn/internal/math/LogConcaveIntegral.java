package io.headlesscrm.churn.internal.math;

/**
 * The integral of e^g from minus infinity to a limit, for a smooth concave g that falls off on the left: a single hill,
 * however narrow, possibly cut off on its right.
 *
 * <p>The summit is found by bisection of the slope. From there panels go out on both sides, each so short that the
 * integrand changes by no more than a Gauss-Legendre rule of 16 nodes can follow, until nothing is left.
 */
public abstract class LogConcaveIntegral {

  private static final GaussLegendre RULE = GaussLegendre.of(16);
  private static final double WIDEST = 0.5;
  private static final double STEEPEST = 4;
  private static final double MOST_CURVED = 3;
  private static final double NEGLIGIBLE = 42;

  /** g at a point. */
  protected abstract double log(double u);

  /** The slope of g. */
  protected abstract double slope(double u);

  /** Minus the second derivative of g, at least 0. */
  protected abstract double curvature(double u);

  /** The integral up to the limit. */
  public final double upTo(double limit) {
    double summit = summit(limit);
    double peak = log(summit);
    double sum = side(summit, peak, Double.NEGATIVE_INFINITY) + side(summit, peak, limit);
    return sum * Math.exp(peak);
  }

  private double summit(double limit) {
    if (slope(limit) >= 0) {
      return limit;
    }
    double low = limit - 1;
    for (double step = 2; slope(low) < 0; step *= 2) {
      low -= step;
    }
    double high = limit;
    for (int i = 0; i < 100 && low < high; i++) {
      double middle = (low + high) / 2;
      low = slope(middle) < 0 ? low : middle;
      high = slope(middle) < 0 ? middle : high;
    }
    return low;
  }

  private double side(double summit, double peak, double end) {
    double sum = 0;
    double from = summit;
    int direction = end < summit ? -1 : 1;
    while (direction * (end - from) > 0 && log(from) - peak > -NEGLIGIBLE) {
      double width = Math.min(WIDEST, STEEPEST / Math.abs(slope(from)));
      double to = from + direction * Math.min(width, MOST_CURVED / Math.sqrt(curvature(from)));
      to = direction < 0 ? Math.max(end, to) : Math.min(end, to);
      sum += Math.abs(RULE.integrate(from, to, u -> Math.exp(log(u) - peak)));
      from = to;
    }
    return sum;
  }
}
