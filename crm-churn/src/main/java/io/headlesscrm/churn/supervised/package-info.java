/**
 * Scorers that learn from what customers did after earlier dates: features as of a date, logistic and Poisson
 * regression, calibration, and the place where a host's own classifier joins in.
 *
 * <p>Start at {@link io.headlesscrm.churn.supervised.Supervised}. Depends on core, {@code churn} and the kernels of
 * {@code churn.internal.math}.
 */
package io.headlesscrm.churn.supervised;
