package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.BacktestReport;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.CountErrors;
import io.headlesscrm.churn.evaluation.Judgement;
import io.headlesscrm.churn.evaluation.PairedTest;
import io.headlesscrm.churn.evaluation.RetentionOffer;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.supervised.Supervised;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.PurchaseLog;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits every scorer on what was known at a date and compares it with what happened next. */
@Command(
    name = "backtest",
    description =
        "Judge all scorers by what happened after a date, beside naive baselines, as JSON.")
public final class BacktestCommand implements Callable<Integer> {

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--cutoff",
      paramLabel = "D",
      required = true,
      description = "The last day that the scorers know.")
  private LocalDate cutoff;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      required = true,
      description = "How many days after it are looked at.")
  private int horizon;

  @Mixin
  private TableOutput output;

  /** The name of the default scorer in this run: what the blend fell back to, if it did. */
  private @Nullable String defaultName;

  @Override
  public Integer call() throws IOException {
    PurchaseLog log = purchases.readAndWarn().log();
    BacktestReport report = Backtest.of()
        .withPolicy(purchases.returns())
        .with(PurchaseCycle.NAME, PurchaseCycle::fit)
        .with(BgNbd.NAME, BgNbd::fit)
        .with(MbgNbd.NAME, MbgNbd::fit)
        .with(ParetoNbd.NAME, ParetoNbd::fit)
        .with(MbgCnbdK.NAME, MbgCnbdK::fit)
        .with(Supervised.NAME, Supervised::fit)
        .with(Blend.NAME, base -> {
          FitResult<Blend> fit = Blend.fit(base);
          defaultName =
              fit instanceof FitResult.Fitted<Blend> fitted ? fitted.model().name() : null;
          return fit;
        })
        .run(log, cutoff, Horizon.ofDays(horizon));
    output.text(toJson(report).toString());
    return ExitCode.OK;
  }

  private JsonDocument toJson(BacktestReport report) {
    Optional<Judgement> best = report.findJudgement(Blend.NAME);
    return JsonDocument.builder()
        .put("default", best.isPresent() ? Blend.NAME : Backtest.RECENCY)
        .put("defaultIs", defaultName)
        .put("cutoff", cutoff)
        .put("horizonDays", horizon)
        .put("customers", report.outcome().base().size())
        .put("activeShare", report.outcome().activeShare())
        .put(
            "scorers",
            report.judgements().stream().map(one -> toJson(report, one, best)).toList())
        .build();
  }

  private static JsonDocument toJson(
      BacktestReport report, Judgement judgement, Optional<Judgement> best) {
    JsonDocument.Builder json = JsonDocument.builder()
        .put("name", judgement.name())
        .put("naive", judgement.isNaive())
        .put("auc", judgement.ranking().auc());
    Interval auc = judgement.ranking().aucInterval();
    json.put("aucLow", auc.low())
        .put("aucHigh", auc.high())
        .put("averagePrecision", judgement.ranking().averagePrecision())
        .put("topDecileLift", judgement.topDecileLift())
        .put("expectedMaximumProfit", judgement.expectedMaximumProfit(RetentionOffer.usual()));
    Optional<Calibration> calibration = judgement.findCalibration();
    put(json, "brier", calibration.map(Calibration::brier));
    put(json, "logLoss", calibration.map(Calibration::logLoss));
    put(json, "ece", calibration.map(Calibration::expectedCalibrationError));
    Optional<CountErrors> counts = judgement.findCounts();
    put(json, "countBias", counts.map(CountErrors::bias));
    put(json, "mae", counts.map(CountErrors::mae));
    put(json, "rmse", counts.map(CountErrors::rmse));
    best.map(one -> one.ranking().compare(judgement.ranking()))
        .map(PairedTest::pValue)
        .ifPresent(p -> json.put("aucPValueAgainstDefault", p));
    List<Verdict> verdicts = report.verdicts().getOrDefault(judgement.name(), List.of());
    return json.putTexts("verdicts", verdicts.stream().map(Verdict::toString).toList())
        .build();
  }

  private static void put(JsonDocument.Builder json, String name, Optional<Double> value) {
    OptionalDouble finite =
        value.filter(Double::isFinite).stream().mapToDouble(Double::doubleValue).findFirst();
    if (finite.isPresent()) {
      json.put(name, finite.getAsDouble());
    } else {
      json.putNull(name);
    }
  }
}
