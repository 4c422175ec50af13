package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.bgbb.Cadence;
import io.headlesscrm.churn.bgbb.OpportunityHistory;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what the purchase-process models need to know of each customer, and what happened next. */
@Command(
    name = "summaries",
    description = "One row per customer: x, t_x, T, spend, and what was bought in the hold-out.")
public final class SummariesCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--cutoff",
      paramLabel = "D",
      required = true,
      description = "The last day that counts.")
  private LocalDate cutoff;

  @Option(
      names = "--holdout",
      paramLabel = "D",
      description = "The last day of the hold-out, which starts after the cutoff.")
  private @Nullable LocalDate holdout;

  @Option(
      names = "--unit",
      defaultValue = "week",
      description = "hour, day or week. Default: ${DEFAULT-VALUE}.")
  private TimeScale unit;

  @Option(
      names = "--opportunities",
      paramLabel = "PERIOD",
      description =
          "For bg-bb: write x, t_x and n, counted in periods of a day, week, month, quarter or year that end with the cutoff.")
  private @Nullable Cadence opportunities;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    PurchaseLog log = purchases.readAndWarn().log();
    CustomerBase calibration = log.through(cutoff, purchases.returns());
    if (calibration.size() == 0) {
      throw new IllegalStateException(purchases.file() + ": nobody bought through " + cutoff
          + ". Maybe the cutoff is too early?");
    }
    if (opportunities != null) {
      return writeOpportunities(calibration, opportunities);
    }
    CustomerBase later = holdout == null ? null : later(log, holdout);
    try (TableWriter table = output.table(
        "id",
        "x",
        "t_x",
        "T",
        "mean_spend",
        "sum_log_gaps",
        "holdout_purchases",
        "holdout_spend")) {
      for (int row = 0; row < calibration.size(); row++) {
        write(table, calibration, row, later);
      }
    }
    return ExitCode.OK;
  }

  private int writeOpportunities(CustomerBase calibration, Cadence cadence) throws IOException {
    if (holdout != null) {
      throw new IllegalArgumentException(
          "--holdout cannot go with --opportunities. Maybe write the hold-out with a second run?");
    }
    try (TableWriter table = output.table("id", "x", "t_x", "n")) {
      for (int row = 0; row < calibration.size(); row++) {
        OpportunityHistory history = OpportunityHistory.of(calibration, row, cadence);
        table.row(
            calibration.customer(row).value(),
            history.repeatPurchases(),
            history.lastPurchase(),
            history.opportunities());
      }
    }
    return ExitCode.OK;
  }

  private CustomerBase later(PurchaseLog log, LocalDate end) {
    if (!end.isAfter(cutoff)) {
      throw new IllegalArgumentException(
          "--holdout is " + end + ", it must be after --cutoff, " + cutoff + ".");
    }
    return log.within(
        new ObservationWindow(cutoff.plusDays(1), end.plusDays(1)), purchases.returns());
  }

  private void write(
      TableWriter table, CustomerBase calibration, int row, @Nullable CustomerBase later) {
    PurchaseSummary summary = calibration.summary(row);
    OptionalInt laterRow =
        later == null ? OptionalInt.empty() : later.findRow(calibration.customer(row));
    table.row(
        calibration.customer(row).value(),
        calibration.repeatPurchases(row),
        unit.fromDays(calibration.recencyOfLast(row)),
        unit.fromDays(calibration.age(row)),
        summary.meanRepeatSpendMinor() / Math.pow(10, Money.fractionDigits(calibration.currency())),
        summary.sumOfLogGaps(unit),
        later == null ? null : purchaseDays(later, laterRow),
        later == null ? null : spend(later, laterRow));
  }

  private static int purchaseDays(CustomerBase later, OptionalInt row) {
    return row.isEmpty() ? 0 : later.summary(row.getAsInt()).purchaseDays();
  }

  private static Object spend(CustomerBase later, OptionalInt row) {
    long minor = row.isEmpty() ? 0 : later.spendMinor(row.getAsInt());
    return new Money(minor, later.currency()).toDecimal();
  }
}
