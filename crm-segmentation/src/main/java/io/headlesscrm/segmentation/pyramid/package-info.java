/**
 * The customer pyramid: tiers by what customers contribute, profit or lifetime value rather than revenue, and the whale
 * curve that shows who makes the profit and who consumes it.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.pyramid.Pyramid} and {@link
 * io.headlesscrm.segmentation.pyramid.WhaleCurve}. Depends on the core, the root package of segmentation and its grid.
 */
package io.headlesscrm.segmentation.pyramid;
