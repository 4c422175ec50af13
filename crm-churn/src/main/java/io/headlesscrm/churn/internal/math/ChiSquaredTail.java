package io.headlesscrm.churn.internal.math;

/** The upper tail of the chi-squared distribution. */
public final class ChiSquaredTail {

  private ChiSquaredTail() {}

  /**
   * The probability of at least the statistic, which is at least 0: a finite sum of positive terms for every number of
   * degrees of freedom, at least 1.
   *
   * <p>Source: Abramowitz &amp; Stegun (1964), 26.4.4 and 26.4.5.
   */
  public static double of(double statistic, int degreesOfFreedom) {
    double half = statistic / 2;
    if (half == 0) {
      return 1;
    }
    boolean isOdd = degreesOfFreedom % 2 == 1;
    double exponent = isOdd ? 0.5 : 0;
    double term =
        isOdd ? Math.exp(-half + 0.5 * Math.log(half)) * 2 / Math.sqrt(Math.PI) : Math.exp(-half);
    double sum = isOdd ? NormalTail.twoSided(Math.sqrt(statistic)) : 0;
    while (exponent < degreesOfFreedom / 2.0) {
      sum += term;
      exponent++;
      term *= half / exponent;
    }
    return Math.min(1, sum);
  }
}
