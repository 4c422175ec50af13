/**
 * BG/BB: the purchase-process model of customers who can buy once per period, such as donors by year or guests by season.
 *
 * <p>Start at {@link io.headlesscrm.churn.bgbb.BgBb}. Depends on core, {@code churn}, {@code churn.fitting} and the
 * kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.bgbb;
