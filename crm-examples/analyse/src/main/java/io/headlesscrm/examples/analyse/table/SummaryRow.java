package io.headlesscrm.examples.analyse.table;

import java.util.OptionalDouble;

/**
 * One row of a summaries file.
 *
 * @param line where the row starts in the file, the header being line 1
 * @param id the customer, or the number of the row when the file has no ids
 * @param repeatPurchases x, at least 0
 * @param recencyOfLast t_x, in the file's unit
 * @param age T, in the file's unit
 * @param opportunities n, how many opportunities there were; T where the file does not have it
 * @param weight how many customers the row stands for, at least 1
 * @param meanSpend mean spend of a repeat day, where the file has it
 * @param sumOfLogGaps sum of the natural logarithms of the gaps, where the file has it
 */
public record SummaryRow(
    long line,
    String id,
    int repeatPurchases,
    double recencyOfLast,
    double age,
    double opportunities,
    long weight,
    OptionalDouble meanSpend,
    OptionalDouble sumOfLogGaps) {}
