/**
 * What customers buy for: the price, the service or the product.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.orientation.Orientation}. Depends on the core, the root package of
 * segmentation and the indicators of its grid.
 */
package io.headlesscrm.segmentation.orientation;
