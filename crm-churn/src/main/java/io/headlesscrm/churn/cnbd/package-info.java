/**
 * MBG/CNBD-k: the purchase-process model of customers who buy at regular intervals.
 *
 * <p>Start at {@link io.headlesscrm.churn.cnbd.MbgCnbdK}. Depends on core, {@code churn}, {@code churn.history},
 * {@code churn.fitting} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.cnbd;
