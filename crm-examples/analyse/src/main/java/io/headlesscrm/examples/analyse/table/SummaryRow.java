package io.headlesscrm.examples.analyse.table;

import io.headlesscrm.churn.history.PurchaseHistory;
import java.nio.file.Path;
import java.util.List;
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
 * @param covariates the further columns that were asked for, NaN where a cell is empty
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
    OptionalDouble sumOfLogGaps,
    List<Double> covariates) {

  public SummaryRow {
    covariates = List.copyOf(covariates);
  }

  /**
   * The row as a model takes it.
   *
   * @param file where it stands, for the message
   * @return x, t_x and T
   * @throws IllegalArgumentException for a history that cannot be; the message names file and line
   */
  public PurchaseHistory history(Path file) {
    try {
      return new PurchaseHistory(repeatPurchases, recencyOfLast, age);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", line " + line + ": " + e.getMessage(), e);
    }
  }

  /** The further columns as a model takes them. */
  public double[] covariateValues() {
    return covariates.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
