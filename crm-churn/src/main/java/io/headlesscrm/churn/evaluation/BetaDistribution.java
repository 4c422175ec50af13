package io.headlesscrm.churn.evaluation;

/**
 * A beta distribution with whole parameters, whose distribution function is a binomial sum.
 *
 * <p>Source: Abramowitz &amp; Stegun (1964), 26.5.3 and 6.6.4.
 */
record BetaDistribution(int alpha, int beta) {

  /** The probability of a value below x. */
  double below(double x) {
    int n = alpha + beta - 1;
    double coefficient = 1;
    double sum = 0;
    for (int j = 0; j <= n; j++) {
      sum += j >= alpha ? coefficient * Math.pow(x, j) * Math.pow(1 - x, n - j) : 0;
      coefficient *= (n - j) / (j + 1.0);
    }
    return sum;
  }

  /** The part of the mean that lies below x. */
  double meanBelow(double x) {
    return alpha / (double) (alpha + beta) * new BetaDistribution(alpha + 1, beta).below(x);
  }
}
