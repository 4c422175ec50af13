package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;

/**
 * Revenue at risk in one segment.
 *
 * @param segment name of the segment, as in {@link SegmentRow}
 * @param customers how many customers it has, &gt;= 0
 * @param usualRevenue what they usually bring within the horizon
 * @param valueAtRisk the part of it that is at risk
 */
public record SegmentAtRisk(
    String segment, long customers, BigDecimal usualRevenue, BigDecimal valueAtRisk) {}
