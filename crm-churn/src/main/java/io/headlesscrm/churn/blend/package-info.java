/**
 * The default scorer: purchase-process models and regressions on what customers did after earlier dates, together.
 *
 * <p>Start at {@link io.headlesscrm.churn.blend.Blend}. Depends on core, {@code churn}, the packages of the models,
 * {@code churn.supervised}, {@code churn.evaluation} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.blend;
