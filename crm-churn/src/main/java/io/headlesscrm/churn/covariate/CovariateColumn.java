package io.headlesscrm.churn.covariate;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.Measure;

/**
 * A covariate as the fit saw it.
 *
 * @param measure what it is
 * @param mean over the customers of the fit, finite
 * @param deviation standard deviation over them, above 0 and finite
 */
public record CovariateColumn(Measure measure, double mean, double deviation) {

  public CovariateColumn {
    requireNonNull(measure, "measure");
    if (!Double.isFinite(mean) || !(deviation > 0) || deviation == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(measure + " has the mean " + mean + " and the deviation "
          + deviation + ", they must be finite and the deviation above 0");
    }
  }
}
