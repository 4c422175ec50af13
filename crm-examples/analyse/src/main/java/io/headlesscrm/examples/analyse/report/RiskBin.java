package io.headlesscrm.examples.analyse.report;

/**
 * The customers within a range of the probability of no purchase.
 *
 * @param from lower limit, inclusive
 * @param to upper limit, exclusive (inclusive at 1), &gt; {@code from}
 * @param customers how many, &gt;= 0
 */
public record RiskBin(double from, double to, long customers) {}
