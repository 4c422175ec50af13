package io.headlesscrm.churn.internal.math;

/** The number of purchases of customers who do not leave: negative binomial with mean shape times growth. */
public final class NegativeBinomial {

  private NegativeBinomial() {}

  /** The probability of exactly n, at least 0. */
  public static double probability(int n, double shape, double growth) {
    double ln = GammaFunctions.lnGammaRatio(shape, n)
        - GammaFunctions.lnGammaRatio(1, n)
        - shape * LogSpace.fastLog1p(growth)
        - n * LogSpace.fastLog1p(1 / growth);
    return Math.exp(ln);
  }

  /** The probability of at least n: summed on the side of n on which less than half lies, so that no digit is lost. */
  public static double probabilityOfAtLeast(int n, double shape, double growth) {
    double z = growth / (1 + growth);
    return n > shape * growth ? sumUp(n, shape, z, growth) : 1 - sumDown(n, shape, z, growth);
  }

  /** The probability of at most n, in the same way. */
  public static double probabilityOfAtMost(int n, double shape, double growth) {
    double z = growth / (1 + growth);
    return n + 1 > shape * growth
        ? 1 - sumUp(n + 1, shape, z, growth)
        : sumDown(n + 1, shape, z, growth);
  }

  private static double sumUp(int n, double shape, double z, double growth) {
    double term = probability(n, shape, growth);
    double sum = 0;
    for (int k = n; term * (1 + growth) > 1e-17 * sum; k++) {
      sum += term;
      term *= z * (shape + k) / (k + 1);
    }
    return sum;
  }

  private static double sumDown(int n, double shape, double z, double growth) {
    double term = n == 0 ? 0 : probability(n - 1, shape, growth);
    double sum = term;
    for (int k = n - 1; k > 0 && term > 1e-17 * sum; k--) {
      term *= k / (z * (shape + k - 1));
      sum += term;
    }
    return sum;
  }
}
