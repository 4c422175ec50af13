/**
 * Scores that keep up with the counter: each purchase changes the history of one customer and scores it anew, on bare
 * numbers, without allocation.
 *
 * <p>Start at {@link io.headlesscrm.churn.online.OnlineScores}. Depends on core, {@code churn} and {@code churn.history};
 * knows no model.
 */
package io.headlesscrm.churn.online;
