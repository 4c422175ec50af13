/**
 * What is bought together, and what follows: frequent sets and rules with exact thresholds, how sure they are, what to
 * offer next and why.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.basket.RuleMiner}. Depends on the core and the numeric kernels of this
 * module.
 */
package io.headlesscrm.segmentation.basket;
