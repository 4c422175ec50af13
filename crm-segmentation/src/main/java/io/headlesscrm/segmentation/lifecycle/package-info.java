/**
 * Where customers are in their life with us, told from each one's own rhythm of purchases: new, active, repeating,
 * slipping, lapsed, won back, with the dates of every change.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.lifecycle.Lifecycle}. Depends on the core and the root package of
 * segmentation.
 */
package io.headlesscrm.segmentation.lifecycle;
