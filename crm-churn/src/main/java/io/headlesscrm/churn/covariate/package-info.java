/**
 * Purchase-process models whose parameters differ with what is known about the customers beside their purchases.
 *
 * <p>Start at {@code fit(base, covariates)} of a model, such as BG/NBD, or at
 * {@link io.headlesscrm.churn.covariate.CovariateModel}. Depends on core, {@code churn}, {@code churn.history} and
 * {@code churn.process}; the models depend on it.
 */
package io.headlesscrm.churn.covariate;
