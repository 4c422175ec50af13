package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.segmentation.Segment;

/**
 * The smallest change of one value, the others left as they are, that brings a customer to another segment.
 *
 * @param axis which value changes
 * @param needed what the value would be
 * @param distance how much the value changes, above 0
 * @param segment where that leads
 */
record Move(Axis axis, long needed, long distance, Segment segment) {}
