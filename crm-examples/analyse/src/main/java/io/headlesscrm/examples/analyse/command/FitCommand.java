package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.Parametric;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgbb.BgBb;
import io.headlesscrm.churn.bgbb.Cadence;
import io.headlesscrm.churn.bgbb.OpportunityHistogram;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.json.ChurnJson;
import io.headlesscrm.churn.process.ProfileIntervals;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.churn.spend.SpendHistory;
import io.headlesscrm.churn.spend.SpendSample;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.examples.analyse.table.SummariesFile;
import io.headlesscrm.examples.analyse.table.SummaryRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits a purchase-process or spend model and writes it with everything known about the fit. */
@Command(
    name = "fit",
    description =
        "Fit a purchase-process or spend model; the JSON that comes out is what predict reads.")
public final class FitCommand implements Callable<Integer> {

  @Option(
      names = "--model",
      required = true,
      completionCandidates = ModelName.Labels.class,
      description = "${COMPLETION-CANDIDATES}.")
  private ModelName model;

  @Mixin
  private PurchaseSource purchases;

  @Option(
      names = "--summaries",
      paramLabel = "F",
      description =
          "Fit on a summaries file (x, t_x, T; mean_spend for gamma-gamma, sum_log_gaps for mbg-cnbd-k, n instead of T for bg-bb) instead of purchases.")
  private @Nullable Path summaries;

  @Option(
      names = "--covariates",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "Columns of the summaries file on which the parameters depend, such as contract,distance; a category is a column of 0 and 1 for each of its values but one.")
  private List<String> covariates = List.of();

  @Option(
      names = "--cutoff",
      paramLabel = "D",
      description = "The last day of PURCHASES that counts. Default: the last one.")
  private @Nullable LocalDate cutoff;

  @Option(
      names = "--unit",
      description =
          "hour, day or week; for bg-bb how long an opportunity is: day, week, month, quarter or year. Default: week.")
  private @Nullable String unit;

  @Option(
      names = "--intervals",
      description =
          "Add intervals of 95 %% of the parameters, by profile likelihood; for bg-nbd, mbg-nbd and pareto-nbd.")
  private boolean intervals;

  @Mixin
  private TableOutput output;

  /** A fit of any kind, and on how much it rests. */
  private record Outcome(
      FitResult<? extends Parametric<?>> result,
      long customers,
      int histories,
      long millis,
      Map<String, Interval> intervals) {

    Outcome(FitResult<? extends Parametric<?>> result, long customers, int histories, long millis) {
      this(result, customers, histories, millis, Map.of());
    }
  }

  @Override
  public Integer call() throws IOException {
    Outcome outcome = outcome();
    output.text(toJson(outcome).toString());
    return outcome.result() instanceof FitResult.Fitted ? ExitCode.OK : ExitCode.NO_ANSWER;
  }

  private Outcome outcome() throws IOException {
    if (intervals && !model.hasIntervals()) {
      throw new IllegalArgumentException(
          "--intervals does not go with " + model + ", it must be bg-nbd, mbg-nbd or pareto-nbd.");
    }
    if (model.isOfOpportunities()) {
      return opportunityOutcome();
    }
    return model.isOfSpend() ? spendOutcome() : processOutcome();
  }

  private TimeScale timeScale() {
    return unit == null ? TimeScale.WEEK : TimeScale.parse(unit);
  }

  private Cadence cadence() {
    return unit == null ? Cadence.WEEK : Cadence.parse(unit);
  }

  private Outcome opportunityOutcome() throws IOException {
    OpportunityHistogram histogram = opportunities();
    long start = System.nanoTime();
    FitResult<BgBb> result = BgBb.fit(histogram);
    return new Outcome(
        result, histogram.customers(), histogram.uniqueTriples(), millisSince(start));
  }

  private OpportunityHistogram opportunities() throws IOException {
    Cadence cadence = cadence();
    if (summaries == null) {
      return OpportunityHistogram.of(purchases.baseThrough(cutoff), cadence);
    }
    purchases.requireAbsent("--summaries");
    OpportunityRows rows = new OpportunityRows(summaries);
    OpportunityHistogram.Builder builder = OpportunityHistogram.builder();
    for (SummaryRow row : SummariesFile.read(summaries)) {
      builder.add(rows.history(row), row.weight());
    }
    return builder.build();
  }

  /** Of a file of opportunities nobody knows how long they are, unless it is said. */
  private String unitName() {
    if (model.isOfOpportunities()) {
      return summaries != null && unit == null ? "opportunity" : cadence().toString();
    }
    return timeScale().name().toLowerCase(Locale.ROOT);
  }

  private Outcome processOutcome() throws IOException {
    if (!covariates.isEmpty()) {
      return covariateOutcome();
    }
    PurchaseHistogram histogram = histogram();
    long start = System.nanoTime();
    FitResult<? extends Parametric<?>> result =
        model.isOfGaps() ? MbgCnbdK.fit(histogram, sumOfLogGaps()) : model.fit(histogram);
    long millis = millisSince(start);
    return new Outcome(
        result,
        histogram.customers(),
        histogram.uniqueTriples(),
        millis,
        intervals ? intervals(result, histogram) : Map.of());
  }

  private static Map<String, Interval> intervals(
      FitResult<? extends Parametric<?>> result, PurchaseHistogram histogram) {
    return result instanceof FitResult.Fitted<? extends Parametric<?>> fitted
            && fitted.model() instanceof ProfileIntervals profiled
        ? profiled.profileIntervals(histogram)
        : Map.of();
  }

  private Outcome covariateOutcome() throws IOException {
    if (summaries == null) {
      throw new IllegalArgumentException(
          "--covariates needs --summaries, the file that has the columns. Maybe join them to what the command summaries writes?");
    }
    purchases.requireAbsent("--summaries");
    CovariateHistogram.Builder builder = CovariateHistogram.builder(
        timeScale(), covariates.stream().map(name -> Measure.of(name, "")).toList());
    for (SummaryRow row : SummariesFile.read(summaries, covariates)) {
      builder.add(row.history(summaries), row.weight(), row.covariateValues());
    }
    CovariateHistogram histogram = builder.build();
    long start = System.nanoTime();
    FitResult<CovariateModel> result = model.fit(histogram);
    PurchaseHistogram all = histogram.toHistogram();
    return new Outcome(result, all.customers(), all.uniqueTriples(), millisSince(start));
  }

  private double sumOfLogGaps() throws IOException {
    double sum = 0;
    if (summaries == null) {
      TimeScale scale = timeScale();
      CustomerBase base = purchases.baseThrough(cutoff);
      for (int row = 0; row < base.size(); row++) {
        sum += base.summary(row).sumOfLogGaps(scale);
      }
      return sum;
    }
    for (SummaryRow row : SummariesFile.read(summaries)) {
      sum += row.weight()
          * row.sumOfLogGaps()
              .orElseThrow(
                  () -> new IllegalArgumentException(
                      summaries + ", line " + row.line()
                          + ": no sum_log_gaps. Maybe the file has no such column? The command summaries writes it."));
    }
    return sum;
  }

  private Outcome spendOutcome() throws IOException {
    SpendSample sample = spendSample();
    long start = System.nanoTime();
    FitResult<GammaGamma> result = GammaGamma.fit(sample);
    int histories = result instanceof FitResult.Fitted<GammaGamma> fitted
        ? fitted.diagnostics().uniqueTriples()
        : 0;
    return new Outcome(result, sample.size(), histories, millisSince(start));
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private SpendSample spendSample() throws IOException {
    if (summaries == null) {
      return SpendSample.of(purchases.baseThrough(cutoff));
    }
    purchases.requireAbsent("--summaries");
    List<SpendHistory> histories = new ArrayList<>();
    for (SummaryRow row : SummariesFile.read(summaries)) {
      for (long customer = 0; customer < row.weight(); customer++) {
        histories.add(new SpendHistory(row.repeatPurchases(), meanSpend(row)));
      }
    }
    return SpendSample.of(histories);
  }

  private double meanSpend(SummaryRow row) {
    return row.meanSpend()
        .orElseThrow(
            () -> new IllegalArgumentException(
                summaries + ", line " + row.line()
                    + ": no mean_spend. Maybe the file has no such column? The command summaries writes it."));
  }

  private PurchaseHistogram histogram() throws IOException {
    TimeScale scale = timeScale();
    if (summaries == null) {
      return PurchaseHistogram.of(purchases.baseThrough(cutoff), scale);
    }
    purchases.requireAbsent("--summaries");
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(scale);
    for (SummaryRow row : SummariesFile.read(summaries)) {
      PurchaseHistory history = row.history(summaries);
      builder.add(history.repeatPurchases(), history.recencyOfLast(), history.age(), row.weight());
    }
    return builder.build();
  }

  private JsonDocument toJson(Outcome outcome) {
    JsonDocument.Builder json =
        JsonDocument.builder().put("model", model.toString()).put("unit", unitName());
    if (outcome.result() instanceof FitResult.Fitted<?> fitted
        && fitted.model() instanceof CovariateModel withCovariates) {
      json = ChurnJson.toJson(withCovariates).toBuilder();
    }
    if (outcome.result() instanceof FitResult.Fitted<? extends Parametric<?>> fitted) {
      FitDiagnostics diagnostics = fitted.diagnostics();
      json.put("parameters", numbers(fitted.model().parameters()))
          .put("logLikelihood", diagnostics.logLikelihood())
          .put("converged", diagnostics.isConverged())
          .put("gradientNorm", diagnostics.gradientNorm())
          .put("standardErrors", numbers(diagnostics.standardErrors()));
      if (intervals) {
        json.put("intervals", ends(outcome.intervals()));
      }
    } else {
      json.put("converged", false);
    }
    return json.put("verdicts", verdicts(outcome.result().verdicts()))
        .put("customers", outcome.customers())
        .put("uniqueTriples", outcome.histories())
        .put("millis", outcome.millis())
        .build();
  }

  private static JsonDocument numbers(Map<String, Double> values) {
    JsonDocument.Builder json = JsonDocument.builder();
    values.forEach((name, value) -> json.put(name, value.doubleValue()));
    return json.build();
  }

  private static JsonDocument ends(Map<String, Interval> intervals) {
    JsonDocument.Builder json = JsonDocument.builder();
    intervals.forEach((name, interval) -> json.put(
        name,
        JsonDocument.builder()
            .put("low", interval.low())
            .put("high", interval.high())
            .build()));
    return json.build();
  }

  private static List<JsonDocument> verdicts(List<Verdict> verdicts) {
    return verdicts.stream()
        .map(verdict -> JsonDocument.builder()
            .put("code", verdict.code())
            .put("severity", verdict.severity().name())
            .put("message", verdict.reason().toString())
            .build())
        .toList();
  }
}
