/**
 * How much customers spend per purchase: the Gamma-Gamma model, to be set beside a purchase-process model.
 *
 * <p>Start at {@link io.headlesscrm.churn.spend.GammaGamma}. Depends on core, {@code churn}, {@code churn.fitting} and the
 * kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.spend;
