package io.headlesscrm.churn.covariate;

import io.headlesscrm.core.internal.math.ChiSquare;

/**
 * Whether the covariates explain anything: the model with them against the same model without.
 *
 * @param gain by how much the log-likelihood is higher with the covariates, at least 0
 * @param degreesOfFreedom how many coefficients there are, at least 1
 */
public record LikelihoodRatioTest(double gain, int degreesOfFreedom) {

  public LikelihoodRatioTest {
    if (!(gain >= 0) || degreesOfFreedom < 1) {
      throw new IllegalArgumentException("gain is " + gain + " and degreesOfFreedom is "
          + degreesOfFreedom + ", they must be at least 0 and 1");
    }
  }

  /**
   * Twice the gain.
   *
   * @return chi-squared distributed if the covariates explain nothing; at least 0
   */
  public double statistic() {
    return 2 * gain;
  }

  /**
   * How likely such a gain is by chance alone.
   *
   * @return a probability in [0, 1]; small when the covariates explain something
   */
  public double pValue() {
    return ChiSquare.upperTail(statistic(), degreesOfFreedom);
  }
}
