/**
 * From scores to deeds: who is worth a contact first, who is left alone on purpose or for a reason, the tasks that come of
 * it, and whether they helped.
 *
 * <p>Start at {@link io.headlesscrm.churn.warning.WarningRanker}. Depends on {@code churn}, {@code drop}, {@code value},
 * {@code supervised} and the facade of core.
 */
package io.headlesscrm.churn.warning;
