/**
 * Satisfaction against loyalty: who spreads the word, who is held, who leaves; and how much competition has to do with
 * it.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.satisfaction.SatisfactionLoyalty}. Depends on the core, the root package
 * of segmentation and its grid.
 */
package io.headlesscrm.segmentation.satisfaction;
