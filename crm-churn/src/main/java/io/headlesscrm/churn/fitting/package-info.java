/**
 * What fits have in common: the likelihood of buying while alive, the curvature at the optimum, the verdicts. Not
 * exported; depends on {@code churn}, {@code churn.history}, {@code churn.process}, {@code churn.covariate} and the kernels
 * of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.fitting;
