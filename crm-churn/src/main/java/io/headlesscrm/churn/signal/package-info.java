/**
 * What a company knows beside purchases and what it is worth for the early warning: complaints, satisfaction, late payment,
 * fewer kinds of service. The weight of each is learnt from what customers did, and can turn out to be none.
 *
 * <p>Start at {@link io.headlesscrm.churn.signal.Signal}. Depends on {@code churn}, {@code supervised},
 * {@code evaluation} and core's {@code service.care}.
 */
package io.headlesscrm.churn.signal;
