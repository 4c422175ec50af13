/**
 * Frozen segmentation models as versioned JSON.
 *
 * <p>Start at {@link io.headlesscrm.segmentation.json.SegmentationJson}. Depends on the strategies, which do not know it,
 * and on the JSON documents of the core.
 */
package io.headlesscrm.segmentation.json;
