package io.headlesscrm.core.internal.math;

/**
 * The upper tail of the chi-square distribution.
 *
 * <p>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 6.5.29 (series) and 6.5.31 (continued
 * fraction of the incomplete gamma function).
 */
public final class ChiSquare {

  private static final double LOG_SQRT_PI = Math.log(Math.PI) / 2;
  private static final double PRECISION = 0x1p-53;
  private static final int MAX_STEPS = 100_000;

  private ChiSquare() {}

  /**
   * The probability of a value at least as large.
   *
   * @param value at least 0, infinite allowed
   * @param degrees of freedom, at least 1
   * @return in [0, 1]
   */
  public static double upperTail(double value, int degrees) {
    if (!(value > 0)) {
      return 1;
    }
    if (Double.isInfinite(value)) {
      return 0;
    }
    double a = degrees / 2.0;
    double x = value / 2;
    double front = Math.exp(a * Math.log(x) - x - logGammaOfHalf(degrees));
    return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
  }

  /** ln Gamma(n / 2), by Gamma(z + 1) = z Gamma(z) from Gamma(1) = 1 or Gamma(1/2) = sqrt(pi). */
  private static double logGammaOfHalf(int n) {
    double sum = n % 2 == 0 ? 0 : LOG_SQRT_PI;
    for (double z = n % 2 == 0 ? 1 : 0.5; z < n / 2.0; z++) {
      sum += Math.log(z);
    }
    return sum;
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MAX_STEPS && term > sum * PRECISION; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** Evaluated forwards by the modified algorithm of Lentz; every denominator is above zero where x is above a + 1. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = Double.MAX_VALUE;
    double d = 1 / b;
    double value = d;
    double step = 0;
    for (int n = 1; n < MAX_STEPS && Math.abs(step - 1) > PRECISION; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = 1 / (numerator * d + b);
      c = b + numerator / c;
      step = c * d;
      value *= step;
    }
    return value;
  }
}
