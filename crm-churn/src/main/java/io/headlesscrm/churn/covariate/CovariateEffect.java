package io.headlesscrm.churn.covariate;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.internal.math.NormalTail;
import io.headlesscrm.core.purchase.Measure;

/**
 * What one covariate does to one parameter, in the signs of the literature: alpha and beta are multiplied by
 * e^(-coefficient) for every unit of the covariate, so that a positive coefficient means faster buying (alpha) or faster
 * leaving (beta); a and b are multiplied by e^coefficient.
 *
 * @param covariate what it is
 * @param parameter {@code alpha}, {@code beta}, {@code a} or {@code b}
 * @param coefficient per unit of the covariate, finite
 * @param standardError of the coefficient, at least 0; infinite when the data do not determine it, NaN when the
 *     coefficient was given and not fitted
 */
public record CovariateEffect(
    Measure covariate, String parameter, double coefficient, double standardError) {

  public CovariateEffect {
    requireNonNull(covariate, "covariate");
    requireNonNull(parameter, "parameter");
    if (!Double.isFinite(coefficient) || standardError < 0) {
      throw new IllegalArgumentException("the coefficient of " + covariate + " is " + coefficient
          + " with the standard error " + standardError
          + ", they must be finite and at least 0");
    }
  }

  /**
   * An effect that is known from elsewhere.
   *
   * @param covariate what it is
   * @param parameter {@code alpha}, {@code beta}, {@code a} or {@code b}
   * @param coefficient per unit of the covariate, finite
   * @return without a standard error
   */
  public static CovariateEffect of(Measure covariate, String parameter, double coefficient) {
    return new CovariateEffect(covariate, parameter, coefficient, Double.NaN);
  }

  /**
   * An effect by what it does to the logarithm of the parameter, whatever the sign of the literature.
   *
   * @param covariate what it is
   * @param parameter {@code alpha}, {@code beta}, {@code a} or {@code b}
   * @param logSlope by how much a unit of the covariate raises the logarithm of the parameter, finite
   * @param standardError of the slope, at least 0, infinite or NaN
   * @return the effect
   */
  public static CovariateEffect ofLogSlope(
      Measure covariate, String parameter, double logSlope, double standardError) {
    return new CovariateEffect(
        covariate, parameter, isOfRate(parameter) ? -logSlope : logSlope, standardError);
  }

  /**
   * By how much a unit of the covariate raises the logarithm of the parameter.
   *
   * @return the coefficient, with the other sign for alpha and beta
   */
  public double logSlope() {
    return isOfRate(parameter) ? -coefficient : coefficient;
  }

  /**
   * How likely a coefficient so far from 0 is if the covariate has no effect (Wald test, two-sided).
   *
   * @return a probability in [0, 1]; NaN when the coefficient was not fitted
   */
  public double pValue() {
    return NormalTail.twoSided(Math.abs(coefficient) / standardError);
  }

  /** Whether the parameter is a rate, by which the literature divides. */
  private static boolean isOfRate(String parameter) {
    return parameter.equals("alpha") || parameter.equals("beta");
  }
}
