package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.churn.value.LifetimeValue;
import io.headlesscrm.churn.value.LifetimeValues;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Values customers by what they are still expected to bring. */
@Command(
    name = "clv",
    description = "Lifetime value with its interval, and value at risk, one row per customer.")
public final class ClvCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Mixin
  private AsOf asOf;

  @Option(
      names = "--model",
      defaultValue = "pareto-nbd",
      description = "bg-nbd, mbg-nbd, pareto-nbd or mbg-cnbd-k. Default: ${DEFAULT-VALUE}.")
  private ModelName model;

  @Option(
      names = "--annual-discount",
      paramLabel = "D",
      defaultValue = "0.1",
      description = "Discount of a year, .1 for 10 %%. Default: ${DEFAULT-VALUE}.")
  private double annualDiscount;

  @Option(
      names = "--margin",
      defaultValue = "1",
      description = "The part of the spend that is gained. Default: ${DEFAULT-VALUE}, revenue.")
  private double margin;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description = "Count the purchases of so many days. Default: all to come.")
  private @Nullable Integer horizon;

  @Option(
      names = "--risk-horizon",
      paramLabel = "DAYS",
      defaultValue = "90",
      description =
          "Without a purchase for so long the value counts as lost. Default: ${DEFAULT-VALUE}.")
  private int riskHorizon;

  @Mixin
  private TableOutput output;

  @Override
  public Integer call() throws IOException {
    CustomerBase base = purchases.baseAsOf(asOf.day());
    LifetimeValues values = valuation(base).of(base);
    try (TableWriter table = output.table(
        "id",
        "discounted_purchases",
        "expected_spend",
        "lifetime_value",
        "lifetime_value_low",
        "lifetime_value_high",
        "p_active",
        "value_at_risk",
        "reason")) {
      for (int row = 0; row < base.size(); row++) {
        Interval value = values.interval(row);
        table.row(
            base.customer(row).value(),
            values.discountedPurchases(row),
            values.expectedSpend(row),
            value.estimate(),
            value.low(),
            value.high(),
            1 - values.churnProbability(row),
            values.valueAtRisk(row),
            values.reasons(row).stream().map(Reason::toString).collect(Collectors.joining("; ")));
      }
    }
    return ExitCode.OK;
  }

  private LifetimeValue valuation(CustomerBase base) {
    FitResult<? extends PurchaseProcess> fit = model.isOfGaps()
        ? MbgCnbdK.fit(base)
        : model.fit(PurchaseHistogram.of(base, TimeScale.WEEK));
    Fitted<? extends PurchaseProcess> process = fitted(fit);
    Fitted<GammaGamma> spend = fitted(GammaGamma.fit(base));
    LifetimeValue.Builder builder = LifetimeValue.builder(process, spend, annualDiscount)
        .margin(margin)
        .riskHorizon(Horizon.ofDays(riskHorizon));
    return horizon == null
        ? builder.build()
        : builder.within(Horizon.ofDays(horizon)).build();
  }

  /** The fit, its verdicts on standard error: the table has no place for them. */
  private static <M> Fitted<M> fitted(FitResult<M> result) {
    for (Verdict verdict : result.verdicts()) {
      System.err.printf(Locale.ROOT, "%s%n", verdict);
    }
    if (result instanceof Fitted<M> fitted) {
      result.orThrow();
      return fitted;
    }
    throw new IllegalStateException(result.verdicts().get(0).toString());
  }
}
