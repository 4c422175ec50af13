/**
 * Whether a model that was fitted some time ago still tells what customers do, or has to be fitted anew.
 *
 * <p>Start at {@link io.headlesscrm.churn.watch.ModelWatch}. Depends on core, {@code churn}, {@code churn.evaluation},
 * {@code churn.history} and {@code churn.process}; knows no model by name.
 */
package io.headlesscrm.churn.watch;
