package io.headlesscrm.churn.supervised;

import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.internal.math.PenalisedRegression;
import io.headlesscrm.churn.internal.math.PenalisedRegression.Kind;

/**
 * Probabilities from any score by a logistic curve. For a classifier that ranks well and is badly calibrated; learnt on
 * rows that the classifier has not seen.
 *
 * <p>Source: Platt (1999), Probabilistic outputs for support vector machines, with his smoothed targets, so that a score
 * that parts the classes fully gives no certainty.
 *
 * @param intercept of the logit
 * @param slope of the logit per unit of the score
 */
public record PlattScaling(double intercept, double slope) {

  /**
   * Learns the curve.
   *
   * @param scores any finite numbers
   * @param outcomes what is to be predicted, one per score; both kinds must occur
   * @return the curve
   * @throws IllegalArgumentException when the lengths differ or an outcome is missing
   */
  public static PlattScaling fit(double[] scores, boolean[] outcomes) {
    double positives = IsotonicCalibration.countPositives(scores, outcomes);
    double negatives = scores.length - positives;
    double[][] rows = new double[scores.length][];
    double[] targets = new double[scores.length];
    double[] weights = new double[scores.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, scores[i]};
      targets[i] = outcomes[i] ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
      weights[i] = 1;
    }
    PenalisedRegression.Fit fit = PenalisedRegression.fit(
        Kind.LOGISTIC, rows, targets, weights, new double[rows.length], new double[2]);
    return new PlattScaling(fit.coefficient(0), fit.coefficient(1));
  }

  /**
   * The probability at a score.
   *
   * @param score any number
   * @return in [0, 1]
   */
  public double of(double score) {
    return LogSpace.sigmoid(intercept + slope * score);
  }
}
