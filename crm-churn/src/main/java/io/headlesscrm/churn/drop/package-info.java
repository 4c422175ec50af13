/**
 * Early warning: customers who buy or spend clearly less than they used to, compared with themselves.
 *
 * <p>Start at {@link io.headlesscrm.churn.drop.DropDetector}. Depends on core, {@code churn}, {@code churn.history},
 * {@code churn.fitting} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.drop;
