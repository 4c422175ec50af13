/**
 * What every way to tell customers apart has in common: a strategy is fitted to a base and gives a frozen model, the
 * model gives each customer of any base one segment, and every assignment explains itself.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.SegmentationStrategy}. Depends on the core alone; each strategy lives
 * in a package below, which this one does not know.
 */
package io.headlesscrm.segmentation;
