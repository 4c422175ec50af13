package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.drop.DropDetector;
import io.headlesscrm.churn.drop.DropReport;
import io.headlesscrm.churn.drop.DropWarning;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the customers who clearly buy or spend less than they used to. */
@Command(
    name = "warn",
    description = "Early warnings: who clearly buys or spends less than before, the surest first.")
public final class WarnCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--as-of",
      paramLabel = "D",
      description = "The first day that does not count. Default: the day after the last one.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      defaultValue = "56",
      description =
          "The latest days that are compared with those before. Default: ${DEFAULT-VALUE}.")
  private int window;

  @Option(
      names = "--false-discoveries",
      paramLabel = "RATE",
      defaultValue = "0.1",
      description = "The part of the warnings that may be false. Default: ${DEFAULT-VALUE}.")
  private double rate;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    CustomerBase base = purchases.baseAsOf(asOf);
    DropReport report = DropDetector.usual()
        .withWindow(Horizon.ofDays(window))
        .withFalseDiscoveryRate(rate)
        .detect(base);
    try (TableWriter table =
        output.table("id", "change", "expected", "observed", "since", "p_value", "reason")) {
      for (DropWarning warning : report.warnings()) {
        table.row(
            warning.customer().value(),
            warning.change().name().toLowerCase(Locale.ROOT),
            warning.expected(),
            warning.observed(),
            warning.since(),
            warning.pValue(),
            warning.reasons().stream().map(Reason::toString).collect(Collectors.joining("; ")));
      }
    }
    System.err.printf(
        Locale.ROOT,
        "%,d customers tested, %,d too new or too rare to tell.%n",
        report.tested(),
        report.unknown());
    return ExitCode.OK;
  }
}
