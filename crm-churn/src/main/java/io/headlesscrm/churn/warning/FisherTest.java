package io.headlesscrm.churn.warning;

import io.headlesscrm.churn.internal.math.GammaFunctions;

/** Whether two parts of two groups differ, exactly. */
final class FisherTest {

  /** Tables as likely as the one seen count, whatever rounding makes of it. */
  private static final double AS_LIKELY = 1e-7;

  private FisherTest() {}

  /**
   * The sum of the probabilities of all tables with the same margins that are no likelier than this one.
   *
   * @return in [0, 1]
   */
  static double twoSided(int hits, int size, int otherHits, int otherSize) {
    int allHits = hits + otherHits;
    double seen = lnProbability(hits, size, allHits, otherSize);
    double sum = 0;
    for (int k = Math.max(0, allHits - otherSize); k <= Math.min(size, allHits); k++) {
      double probability = lnProbability(k, size, allHits, otherSize);
      sum += probability <= seen + AS_LIKELY ? Math.exp(probability) : 0;
    }
    return Math.min(1, sum);
  }

  private static double lnProbability(int hits, int size, int allHits, int otherSize) {
    return lnChoose(size, hits)
        + lnChoose(otherSize, allHits - hits)
        - lnChoose(size + otherSize, allHits);
  }

  private static double lnChoose(int n, int k) {
    return GammaFunctions.lnGamma(n + 1.0)
        - GammaFunctions.lnGamma(k + 1.0)
        - GammaFunctions.lnGamma(n - k + 1.0);
  }
}
