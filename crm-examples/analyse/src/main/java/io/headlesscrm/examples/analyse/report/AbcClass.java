package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;

/**
 * One class of an ABC analysis.
 *
 * @param name the class, such as {@code A}
 * @param customers how many, &gt;= 0
 * @param customerShare share of all customers
 * @param revenue what they brought
 * @param revenueShare share of all revenue
 */
public record AbcClass(
    String name, long customers, double customerShare, BigDecimal revenue, double revenueShare) {}
