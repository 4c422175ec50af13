package io.headlesscrm.churn.supervised;

import io.headlesscrm.core.purchase.CustomerBase;

/**
 * A column that is learnt from beside the features: what a model says, or what a host knows. It is asked for a base as it
 * was at an earlier date and must not use what came after.
 */
@FunctionalInterface
public interface Covariate {

  /**
   * The values for all customers.
   *
   * @param base as of some date
   * @param days the horizon that is asked about, above 0
   * @return one finite value per row
   */
  double[] of(CustomerBase base, double days);
}
