/**
 * What customers are worth: the purchases to come, times what is spent on each, times the margin, discounted.
 *
 * <p>Start at {@link io.headlesscrm.churn.value.LifetimeValue}. Depends on core, {@code churn}, {@code churn.history},
 * {@code churn.process} and {@code churn.spend}.
 */
package io.headlesscrm.churn.value;
