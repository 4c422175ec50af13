package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.internal.math.GammaFunctions;

/**
 * What a customer who is alive may be: the rate l of events, with the number of them in the silence s. Its weight is that
 * of a Poisson number, l^n e^(-l (alpha + T)) (l s)^j / j! in ln l. Expectations are trapezoidal rules in ln l, which
 * converge geometrically for what falls off on both sides.
 */
final class RateMixture {

  /** The error of the rule is e^(-pi^2 / step), 1e-14. */
  private static final double WIDEST_STEP = 0.3;

  /**
   * The count of every k-th event ripples with the rate l as e^(-l (1 - e^(2 pi i / k))), which falls off only within an
   * angle of pi / k beside the real axis: there the error is e^(-2 pi^2 / (k step)), 1e-14.
   */
  private static final double STEP_OF_RIPPLE = 0.6;

  private static final double STEP_IN_DEVIATIONS = 0.4;
  private static final double NEGLIGIBLE = 1e-17;

  private final int k;
  private final double shape;
  private final double time;
  private final double silence;

  /** What is expected at a rate. */
  @FunctionalInterface
  interface Quantity {

    /**
     * The sum of the quantity over the number of events in the silence.
     *
     * @param rate events per unit of time
     * @param inSilence weights of 0 to k - 1 events
     */
    double at(double rate, double[] inSilence);
  }

  RateMixture(RegularKernel kernel, double x, double tx, double age) {
    this.k = kernel.k();
    this.shape = kernel.r() + k * x;
    this.time = kernel.alpha() + age;
    this.silence = (age - tx) / time;
  }

  double expect(Quantity quantity) {
    double step = Math.min(
        Math.min(WIDEST_STEP, STEP_OF_RIPPLE / k), STEP_IN_DEVIATIONS / Math.sqrt(shape + k));
    double lnGamma = GammaFunctions.lnGamma(shape);
    double middle = Math.log(shape + k);
    double sum = term(middle, lnGamma, quantity);
    for (int side = -1; side <= 1; side += 2) {
      double term;
      double ln = middle;
      do {
        ln += side * step;
        term = term(ln, lnGamma, quantity);
        sum += term;
      } while (term > NEGLIGIBLE * sum);
    }
    return sum * step / silences();
  }

  /** At events per alpha + T, with their weight over Gamma(n). */
  private double term(double ln, double lnGamma, Quantity quantity) {
    double events = Math.exp(ln);
    double weight = Math.exp(shape * ln - events - lnGamma);
    if (weight == 0) {
      return 0;
    }
    double[] inSilence = new double[k];
    inSilence[0] = weight;
    for (int j = 1; j < k; j++) {
      inSilence[j] = inSilence[j - 1] * events * silence / j;
    }
    return quantity.at(events / time, inSilence);
  }

  /** The weight of all silences without a purchase, by the gamma integral. */
  private double silences() {
    double term = 1;
    double sum = 0;
    for (int j = 0; j < k; j++) {
      sum += term;
      term *= silence * (shape + j) / (j + 1);
    }
    return sum;
  }
}
