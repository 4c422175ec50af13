package io.headlesscrm.churn;

import io.headlesscrm.core.purchase.CustomerBase;

/** Gives every customer the expected number of purchase days within a horizon. Frozen, immutable, thread-safe. */
@FunctionalInterface
public interface PurchaseForecaster {

  /**
   * Forecasts for all customers of a base.
   *
   * @param base as of the day from which the horizon counts; may be empty
   * @param horizon how far to look ahead
   * @return one number per row, each at least 0; several purchases of a day count once
   */
  double[] forecast(CustomerBase base, Horizon horizon);
}
