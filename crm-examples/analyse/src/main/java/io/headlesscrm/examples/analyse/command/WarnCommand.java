package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.drop.DropDetector;
import io.headlesscrm.churn.drop.DropReport;
import io.headlesscrm.churn.drop.DropWarning;
import io.headlesscrm.churn.warning.Warning;
import io.headlesscrm.churn.warning.WarningList;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.sales.campaign.ControlGroup;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the customers who clearly buy or spend less than they used to, with the order in which they are worth a contact. */
@Command(
    name = "warn",
    description = "Early warnings: who clearly buys or spends less than before, the surest first.")
public final class WarnCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Mixin
  private AsOf asOf;

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

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      defaultValue = "90",
      description =
          "Days without a purchase that p_churn and the value at risk are about. Default: ${DEFAULT-VALUE}.")
  private int horizon;

  @Option(
      names = "--capacity",
      paramLabel = "N",
      description = "How many customers can be contacted; the others get no rank. Default: all.")
  private @Nullable Integer capacity;

  @Option(
      names = "--control",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Part of the customers that is left alone on purpose, .1 for 10 %%. Default: ${DEFAULT-VALUE}.")
  private double controlShare;

  @Option(
      names = "--seed",
      defaultValue = "0",
      description = "Another seed leaves other customers alone. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--due-in",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "When the first contact is due. Default: ${DEFAULT-VALUE} days.")
  private int dueIn;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description =
          "Say in the reasons when p_churn reaches P without a purchase and what a purchase would change; slow without --capacity.")
  private @Nullable Double threshold;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    CustomerBase base = purchases.baseAsOf(asOf.day());
    DropReport report = DropDetector.usual()
        .withWindow(Horizon.ofDays(window))
        .withFalseDiscoveryRate(rate)
        .detect(base);
    Optional<WarningList> order = report.warnings().isEmpty()
        ? Optional.empty()
        : WarningOrder.find(
            base,
            report,
            Horizon.ofDays(horizon),
            capacity == null ? Integer.MAX_VALUE : capacity,
            new ControlGroup("warn " + seed, controlShare),
            threshold);
    try (TableWriter table = output.table(
        "id",
        "change",
        "expected",
        "observed",
        "since",
        "p_value",
        "reason",
        "p_churn",
        "value_at_risk",
        "rank",
        "control",
        "due",
        "reasons")) {
      for (DropWarning warning : report.warnings()) {
        table.row(cells(
            warning, order.flatMap(list -> list.findWarning(warning.customer())), base.asOf()));
      }
    }
    System.err.printf(
        Locale.ROOT,
        "%,d customers tested, %,d too new or too rare to tell.%n",
        report.tested(),
        report.unknown());
    return ExitCode.OK;
  }

  /** Without a rank what comes of it is empty; the control group has no day on which it is due. */
  private @Nullable Object[] cells(DropWarning warning, Optional<Warning> ranked, LocalDate today) {
    return new @Nullable Object[] {
      warning.customer().value(),
      warning.change().name().toLowerCase(Locale.ROOT),
      warning.expected(),
      warning.observed(),
      warning.since(),
      warning.pValue(),
      words(warning.reasons()),
      ranked.map(Warning::churnProbability).orElse(null),
      ranked.map(Warning::valueAtRisk).orElse(null),
      ranked.map(Warning::rank).orElse(null),
      ranked.map(Warning::control).orElse(null),
      ranked.filter(one -> !one.control()).map(one -> today.plusDays(dueIn)).orElse(null),
      ranked.map(one -> words(one.reasons())).orElse(null)
    };
  }

  private static String words(List<Reason> reasons) {
    return reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
  }
}
