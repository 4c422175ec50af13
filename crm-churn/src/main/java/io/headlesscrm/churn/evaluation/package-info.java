/**
 * Whether a scorer is to be believed: what it said before a date against what happened after it, beside the naive
 * baselines.
 *
 * <p>Start at {@link io.headlesscrm.churn.evaluation.Backtest}. Depends on core and {@code churn}; knows no model.
 */
package io.headlesscrm.churn.evaluation;
