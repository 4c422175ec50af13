/**
 * Purchase-process models of customers who buy more in some parts of the year than in others.
 *
 * <p>Start at {@link io.headlesscrm.churn.season.Seasonal}. Depends on core, {@code churn}, {@code churn.history},
 * {@code churn.bgnbd} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.season;
