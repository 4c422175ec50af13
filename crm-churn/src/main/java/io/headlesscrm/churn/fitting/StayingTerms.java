package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.internal.math.GammaFunctions;

/**
 * The part of the log-likelihood that tells how many chances to leave were not taken, in ln a and ln b: the sum of
 * ln B(a, b + x + m) - ln B(a, b).
 */
public final class StayingTerms {

  private final PurchasingTerms purchasing;
  private final int m;

  /** With a chance to leave after each repeat purchase, and m after the first one. */
  public StayingTerms(PurchasingTerms purchasing, int m) {
    this.purchasing = purchasing;
    this.m = m;
  }

  public void addTo(LogLikelihoodSum sum, double a, double b) {
    double value = 0;
    double slopeA = 0;
    double slopeB = 0;
    double curveA = 0;
    double curveB = 0;
    for (int i = 0; i < purchasing.distinctX(); i++) {
      double count = purchasing.countOfX(i);
      double chances = purchasing.x(i) + m;
      double both = GammaFunctions.digammaDifference(a + b, chances);
      double bothCurve = GammaFunctions.trigammaDifference(a + b, chances);
      value += count * GammaFunctions.lnBetaRatio(a, b, chances);
      slopeA -= count * both;
      slopeB += count * (GammaFunctions.digammaDifference(b, chances) - both);
      curveA -= count * bothCurve;
      curveB += count * (GammaFunctions.trigammaDifference(b, chances) - bothCurve);
    }
    sum.addValue(value);
    sum.addGradient(2, a * slopeA);
    sum.addGradient(3, b * slopeB);
    sum.addHessian(2, 2, a * (a * curveA + slopeA));
    sum.addHessian(2, 3, a * b * curveA);
    sum.addHessian(3, 3, b * (b * curveB + slopeB));
  }
}
