package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The base in a few figures.
 *
 * @param customers customers with at least one purchase, &gt;= 0
 * @param purchases their purchases (invoices, not lines), &gt;= 0
 * @param revenue the sum of the purchases
 * @param firstDay day of the first purchase; the day of the report where there is none
 * @param lastDay day of the last purchase; the day of the report where there is none
 * @param repeatShare share of the customers that bought on two days or more
 * @param usualGapDays median of the days between two purchase days of a customer, empty where nobody
 *     came back
 */
public record KeyFigures(
    long customers,
    long purchases,
    BigDecimal revenue,
    LocalDate firstDay,
    LocalDate lastDay,
    double repeatShare,
    OptionalDouble usualGapDays) {}
