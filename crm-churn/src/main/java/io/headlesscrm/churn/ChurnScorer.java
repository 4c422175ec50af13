package io.headlesscrm.churn;

import io.headlesscrm.core.purchase.CustomerBase;

/**
 * Gives every customer the probability of NO purchase within a horizon. Frozen: fitted before, it scores any base,
 * also of other customers or a later date, without a new fit. Implementations are immutable and thread-safe.
 *
 * <p>The probability of still being a customer is another figure, which purchase-process models have beside it: a
 * customer may be alive and yet unlikely to buy within the horizon.
 */
@FunctionalInterface
public interface ChurnScorer {

  /**
   * Scores all customers of a base.
   *
   * @param base as of the day from which the horizon counts; may be empty
   * @param horizon how far to look ahead
   * @return one score per row of the base
   */
  ChurnScores score(CustomerBase base, Horizon horizon);
}
