package io.headlesscrm.segmentation.abc;

import io.headlesscrm.segmentation.Segment;
import java.math.BigDecimal;

/**
 * A customer or item in its place.
 *
 * @param rank 1 for the best
 * @param id of the customer or item
 * @param value as it counts, in major units of money or in the unit of the measure
 * @param cumulativeShare of this value and all better ones in the total, in [0, 1]; NaN for a negative value, and when
 *     the total is zero
 * @param segment the class
 */
public record RankedValue(
    int rank, String id, BigDecimal value, double cumulativeShare, Segment segment) {}
