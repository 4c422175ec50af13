package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;

/**
 * One segment with its size and its part of the revenue.
 *
 * @param name English name, such as {@code Champions} or {@code Can't Lose Them}; the usual RFM
 *     segments are translated and come with an advice, any other name is shown as it is
 * @param customers how many, &gt;= 0
 * @param customerShare share of all customers
 * @param revenue what they brought
 * @param revenueShare share of all revenue, 0 where there is none
 */
public record SegmentRow(
    String name, long customers, double customerShare, BigDecimal revenue, double revenueShare) {}
