/**
 * What all purchase-process models have in common: the predictions, the churn score and its explanation.
 *
 * <p>Start at {@link io.headlesscrm.churn.process.PurchaseProcess}. Depends on core, {@code churn},
 * {@code churn.history} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.process;
