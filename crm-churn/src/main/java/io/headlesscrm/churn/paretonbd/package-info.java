/**
 * Pareto/NBD: the purchase-process model of customers who may leave at any time, not only after a purchase.
 *
 * <p>Start at {@link io.headlesscrm.churn.paretonbd.ParetoNbd}. Depends on core, {@code churn}, {@code churn.history},
 * {@code churn.process}, {@code churn.fitting} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.paretonbd;
