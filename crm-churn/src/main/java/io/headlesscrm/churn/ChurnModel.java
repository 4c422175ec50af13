package io.headlesscrm.churn;

import io.headlesscrm.core.purchase.CustomerBase;

/**
 * A way to learn a scorer from a base, such as {@code BgNbd::fit}: what a back-test repeats at earlier dates.
 *
 * @param <S> the scorer
 */
@FunctionalInterface
public interface ChurnModel<S extends ChurnScorer> {

  /**
   * Learns from everything that the base knows, and from nothing else.
   *
   * @param base may be empty
   * @return a frozen scorer, or why there is none; never an exception for what the data are
   */
  FitResult<S> fit(CustomerBase base);
}
