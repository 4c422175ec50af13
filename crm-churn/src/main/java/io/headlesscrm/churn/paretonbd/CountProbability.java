package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.LogConcaveIntegral;
import io.headlesscrm.churn.internal.math.LogSpace;

/**
 * The probability of n purchases within a horizon of a customer who is alive at its start: all of them made by somebody
 * who stays, or all made before the customer left at the time v, summed over ln v.
 *
 * <p>Source: Fader &amp; Hardie (2005), note 009, equation 16, as the integral from which it is derived.
 */
final class CountProbability {

  private final double shape;
  private final double rate;
  private final double leavingShape;
  private final double leavingRate;

  CountProbability(ParetoKernel kernel, double x, double age) {
    shape = kernel.r() + x;
    rate = kernel.alpha() + age;
    leavingShape = kernel.s();
    leavingRate = kernel.beta() + age;
  }

  double of(int n, double horizon) {
    if (horizon == 0) {
      return 0;
    }
    double stays = lnCount(n, horizon) - leavingShape * LogSpace.fastLog1p(horizon / leavingRate);
    return Math.exp(stays) + new Left(n).upTo(Math.log(horizon));
  }

  /** The log of the negative binomial probability of n purchases until v. */
  private double lnCount(double n, double v) {
    return GammaFunctions.lnGammaRatio(shape, n)
        - GammaFunctions.lnGammaRatio(1, n)
        - shape * LogSpace.fastLog1p(v / rate)
        - n * LogSpace.fastLog1p(rate / v);
  }

  /** The density of leaving at v after n purchases, on the scale of u = ln v: concave there. */
  private final class Left extends LogConcaveIntegral {

    private final int n;

    private Left(int n) {
      this.n = n;
    }

    @Override
    protected double log(double u) {
      double v = Math.exp(u);
      return lnCount(n, v)
          + Math.log(leavingShape / leavingRate)
          - (leavingShape + 1) * LogSpace.fastLog1p(v / leavingRate)
          + u;
    }

    @Override
    protected double slope(double u) {
      double v = Math.exp(u);
      return n + 1 - (shape + n) * v / (rate + v) - (leavingShape + 1) * v / (leavingRate + v);
    }

    @Override
    protected double curvature(double u) {
      double v = Math.exp(u);
      return (shape + n) * (v / (rate + v)) * (rate / (rate + v))
          + (leavingShape + 1) * (v / (leavingRate + v)) * (leavingRate / (leavingRate + v));
    }
  }
}
