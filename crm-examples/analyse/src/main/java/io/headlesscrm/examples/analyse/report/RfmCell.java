package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;

/**
 * The customers with one recency and one frequency score.
 *
 * @param recency recency score, from 1
 * @param frequency frequency score, from 1
 * @param customers how many, &gt;= 0
 * @param revenue what they brought
 * @param segment code or name of the segment the cell belongs to, as in {@link SegmentRow}; empty
 *     where the segments do not follow the two scores
 */
public record RfmCell(
    int recency, int frequency, long customers, BigDecimal revenue, String segment) {}
