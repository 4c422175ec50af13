/**
 * Numerical kernels of the churn models: special functions as stable differences, expectations, a minimiser, sums that
 * do not depend on the number of threads. Not exported; depends on the JDK alone.
 */
package io.headlesscrm.churn.internal.math;
