package io.headlesscrm.churn.internal.math;

/**
 * The generalised exponential integral of real order, without its exponential factor.
 *
 * <p>Source: Abramowitz &amp; Stegun (1964), 5.1.22 (continued fraction), 5.1.14 (recurrence);
 * DLMF 8.19.10 (series), written here without its pole at order 1.
 */
public final class ExponentialIntegral {

  private static final double EULER_GAMMA = 0.5772156649015329;
  private static final double CONTINUED_FRACTION_FROM = 1;
  private static final double LARGE_ORDER = 40;
  private static final double EPSILON = 1e-16;

  private ExponentialIntegral() {}

  /** {@code e^y E_s(y)} for order {@code s > 0} and {@code y > 0}. */
  public static double scaled(double s, double y) {
    return y >= CONTINUED_FRACTION_FROM || s >= LARGE_ORDER
        ? continuedFraction(s, y)
        : recurrence(s, y);
  }

  /**
   * 1/(y+s - 1s/(y+s+2 - 2(s+1)/(y+s+4 - ...))) from its end backwards, which damps rounding. The number of terms was
   * measured: they are enough for 1e-17 from y = 1 on, and 24 for every y at a large order.
   */
  private static double continuedFraction(double s, double y) {
    int terms = s >= LARGE_ORDER ? 24 : (int) (15 + 104 / y);
    double value = y + s + 2 * terms;
    for (int n = terms; n > 0; n--) {
      value = y + s + 2 * (n - 1) - n * (s + n - 1) / value;
    }
    return 1 / value;
  }

  /** From an order below 1.5 upwards, which is stable for y below 1. */
  private static double recurrence(double s, double y) {
    int steps = Math.max(0, (int) Math.floor(s - 0.5));
    double order = s - steps;
    double value = Math.exp(y) * series(1 - order, y);
    for (int j = 0; j < steps; j++) {
      value = (1 - y * value) / (order + j);
    }
    return value;
  }

  /** {@code E_(1-e)(y)}: the pole of Gamma(e) and of the series' first term taken off together. */
  private static double series(double e, double y) {
    double lnY = Math.log(y);
    double sum =
        e == 0 ? -EULER_GAMMA - lnY : Math.expm1(GammaFunctions.lnGammaRatio(1, e) - e * lnY) / e;
    double power = 1;
    for (int m = 1; Math.abs(power) > EPSILON; m++) {
      power *= -y / m;
      sum -= power / (m + e);
    }
    return sum;
  }
}
