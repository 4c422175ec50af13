package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A customer whom somebody should call.
 *
 * @param customerId the customer, as the data name it
 * @param segment name of the segment, as in {@link SegmentRow}; empty where there is none
 * @param lastPurchase day of the last purchase
 * @param revenue what the customer brought so far
 * @param churnProbability probability of no purchase within the horizon
 * @param valueAtRisk revenue at risk within the horizon
 * @param reason why, in a sentence
 */
public record CustomerToCall(
    String customerId,
    String segment,
    LocalDate lastPurchase,
    BigDecimal revenue,
    double churnProbability,
    BigDecimal valueAtRisk,
    String reason) {}
