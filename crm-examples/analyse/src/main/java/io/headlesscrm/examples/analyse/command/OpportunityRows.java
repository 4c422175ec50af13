package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.bgbb.OpportunityHistory;
import io.headlesscrm.examples.analyse.table.SummaryRow;
import java.nio.file.Path;

/** Rows of a summaries file as BG/BB sees them: opportunities, counted in whole numbers. */
final class OpportunityRows {

  private final Path file;

  OpportunityRows(Path file) {
    this.file = file;
  }

  OpportunityHistory history(SummaryRow row) {
    try {
      return new OpportunityHistory(
          row.repeatPurchases(),
          whole("t_x", row.recencyOfLast()),
          whole("n", row.opportunities()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", line " + row.line() + ": " + e.getMessage(), e);
    }
  }

  /** A whole number of opportunities. */
  static int whole(String name, double value) {
    if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + " is " + value
              + ", it must be a whole number of opportunities. Maybe these are times? summaries --opportunities month counts months.");
    }
    return (int) value;
  }
}
