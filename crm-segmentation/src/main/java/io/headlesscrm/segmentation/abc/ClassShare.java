package io.headlesscrm.segmentation.abc;

import io.headlesscrm.segmentation.Segment;

/**
 * What a class holds.
 *
 * @param segment the class
 * @param size how many customers or items are in it
 * @param shareOfSize of all that are ranked, in [0, 1]; NaN when none is
 * @param shareOfValue of the total, in [0, 1], negative values left out; NaN when the total is zero
 */
public record ClassShare(Segment segment, int size, double shareOfSize, double shareOfValue) {}
