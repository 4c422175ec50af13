/**
 * BG/NBD and MBG/NBD: purchase-process models for customers who may buy at any time and leave without notice.
 *
 * <p>Start at {@link io.headlesscrm.churn.bgnbd.BgNbd}. Depends on core, {@code churn}, {@code churn.history},
 * {@code churn.process}, {@code churn.covariate} and the kernels of {@code churn.internal.math}.
 */
package io.headlesscrm.churn.bgnbd;
