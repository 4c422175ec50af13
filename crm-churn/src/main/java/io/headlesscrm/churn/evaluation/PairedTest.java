package io.headlesscrm.churn.evaluation;

import io.headlesscrm.churn.internal.math.NormalTail;

/**
 * The comparison of two scorers on the same customers.
 *
 * @param difference of the first less the second, in the unit of the measure
 * @param standardError of the difference, at least 0
 * @param pValue two-sided, in [0, 1]: how often a difference as large comes by chance when there is none
 */
public record PairedTest(double difference, double standardError, double pValue) {

  static PairedTest of(double difference, double standardError) {
    double z = standardError > 0 ? Math.abs(difference) / standardError : difference == 0 ? 0 : 40;
    return new PairedTest(difference, standardError, NormalTail.twoSided(z));
  }

  /**
   * Whether the difference is more than chance.
   *
   * @param level such as 0.05
   * @return true when the p-value is below it
   */
  public boolean isSignificant(double level) {
    return pValue < level;
  }
}
