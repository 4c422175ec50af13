/**
 * The naive baseline that every other churn model has to beat: the days since the last purchase against the customer's
 * own cycle.
 *
 * <p>Entry type {@link io.headlesscrm.churn.cycle.PurchaseCycle}. Depends on core, {@code churn},
 * {@code churn.history} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.cycle;
