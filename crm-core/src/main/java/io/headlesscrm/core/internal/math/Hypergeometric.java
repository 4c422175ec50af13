package io.headlesscrm.core.internal.math;

/**
 * The upper tail of the hypergeometric distribution, the p-value of Fisher's exact test.
 *
 * <p>Source: R. A. Fisher, The logic of inductive inference, Journal of the Royal Statistical Society 98(1), 1935.
 */
public final class Hypergeometric {

  private static final int EXACT = 256;
  private static final double LOG_SQRT_TWO_PI = Math.log(2 * Math.PI) / 2;

  private Hypergeometric() {}

  /**
   * The probability that a sample holds at least so many marked ones.
   *
   * @param count marked ones in the sample, at least 0
   * @param sample how many are drawn
   * @param marked how many are marked
   * @param total how many there are
   * @return in [0, 1]
   */
  public static double upperTail(int count, int sample, int marked, int total) {
    int least = Math.max(0, sample + marked - total);
    if (count <= least) {
      return 1;
    }
    int most = Math.min(sample, marked);
    // the smaller side is summed: next to 1 the terms of the other side would be lost
    boolean above = (double) count * total > (double) sample * marked;
    return above
        ? Math.min(1, sum(count, most, 1, sample, marked, total))
        : Math.max(0, 1 - sum(count - 1, least, -1, sample, marked, total));
  }

  /** Adds the terms from one count to another one, each from the one before. */
  private static double sum(int from, int to, int step, int sample, int marked, int total) {
    double term = 1;
    double sum = 1;
    for (int k = from; k != to && term > sum * 0x1p-60; k += step) {
      term *= step > 0 ? up(k, sample, marked, total) : 1 / up(k - 1, sample, marked, total);
      sum += term;
    }
    return Math.exp(logTerm(from, sample, marked, total) + Math.log(sum));
  }

  /** The probability of k + 1 over that of k. */
  private static double up(int k, int sample, int marked, int total) {
    return ((double) sample - k)
        * ((double) marked - k)
        / ((k + 1.0) * ((double) total - sample - marked + k + 1));
  }

  private static double logTerm(int k, int sample, int marked, int total) {
    return logChoose(marked, k) + logChoose(total - marked, sample - k) - logChoose(total, sample);
  }

  private static double logChoose(int n, int k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  /** The logarithm of n!; Stirling's series where it is exact to the last digit. */
  private static double logFactorial(int n) {
    if (n < EXACT) {
      double sum = 0;
      for (int i = 2; i <= n; i++) {
        sum += Math.log(i);
      }
      return sum;
    }
    double x = n + 1.0;
    double inverse = 1 / x;
    double square = inverse * inverse;
    return (x - 0.5) * Math.log(x)
        - x
        + LOG_SQRT_TWO_PI
        + inverse * (1 / 12.0 - square * (1 / 360.0 - square / 1260));
  }
}
