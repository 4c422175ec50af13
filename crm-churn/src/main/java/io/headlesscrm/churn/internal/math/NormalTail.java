package io.headlesscrm.churn.internal.math;

/** Tails of the normal distribution. */
public final class NormalTail {

  private NormalTail() {}

  /**
   * The probability of a value at least z away from the mean: erfc(z / sqrt 2), by its continued fraction from z = 2 on
   * and by its series below.
   *
   * <p>Source: Abramowitz &amp; Stegun (1964), 7.1.6 and 7.1.14.
   */
  public static double twoSided(double z) {
    double x = z / Math.sqrt(2);
    double density = Math.exp(-x * x) / Math.sqrt(Math.PI);
    if (z < 2) {
      double term = 2 * x;
      double sum = term;
      for (int n = 1; term > 1e-17 * sum; n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
      }
      return 1 - density * sum;
    }
    double fraction = 0;
    for (int n = 80; n > 0; n--) {
      fraction = n / 2.0 / (x + fraction);
    }
    return density / (x + fraction);
  }
}
