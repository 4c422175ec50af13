/**
 * How likely a customer is to buy a certain item: learnt from who bought it after earlier dates, calibrated, judged against
 * the base rate before it is used; and for which segment an item is.
 *
 * <p>Start at {@link io.headlesscrm.churn.propensity.ItemPropensity}. Depends on {@code churn}, {@code supervised},
 * {@code evaluation} and {@code signal}.
 */
package io.headlesscrm.churn.propensity;
