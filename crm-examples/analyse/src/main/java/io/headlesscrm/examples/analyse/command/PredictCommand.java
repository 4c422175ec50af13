package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.bgbb.BgBb;
import io.headlesscrm.churn.bgbb.OpportunityHistory;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.json.ChurnJson;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.churn.spend.SpendHistory;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.TimeScale;
import io.headlesscrm.examples.analyse.table.SummariesFile;
import io.headlesscrm.examples.analyse.table.SummaryRow;
import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts with a fitted or a given model, customer by customer. */
@Command(
    name = "predict",
    description = "Predict with a model, one row per customer of a summaries file.")
public final class PredictCommand implements Callable<Integer> {

  @Option(
      names = "--model",
      paramLabel = "MODEL.json",
      required = true,
      description = "As fit writes it, or made by hand.")
  private Path model;

  @Option(
      names = "--summaries",
      paramLabel = "F",
      required = true,
      description =
          "x, t_x and T in the model's unit; mean_spend for gamma-gamma, n instead of T for bg-bb.")
  private Path summaries;

  @Option(
      names = "--horizon",
      paramLabel = "H",
      required = true,
      description = "In the model's unit, above 0; for bg-bb how many opportunities.")
  private double horizon;

  @ArgGroup
  private @Nullable Discount discount;

  @Mixin
  private TableOutput output;

  /** At most one of the two ways to say it. */
  static final class Discount {

    @Option(
        names = "--discount-rate",
        paramLabel = "DELTA",
        description =
            "For dert: continuous rate per unit of the model; for bg-bb the discount per opportunity.")
    private @Nullable Double rate;

    @Option(
        names = "--annual-discount",
        paramLabel = "D",
        description = "Discount of a year, .1 for 10 %%, for dert.")
    private @Nullable Double annual;
  }

  @Override
  public Integer call() throws IOException {
    if (!(horizon > 0)) {
      throw new IllegalArgumentException("--horizon is " + horizon + ", it must be above 0");
    }
    JsonDocument json = JsonDocument.parse(readModel());
    List<SummaryRow> rows = SummariesFile.read(summaries, covariates(json));
    try (TableWriter table = output.table(
        "id",
        "log_likelihood",
        "log_p_alive",
        "p_alive",
        "p_active",
        "expected_purchases",
        "dert",
        "expected_spend")) {
      if (json.text("model").equals(GammaGamma.NAME)) {
        predictSpend(ChurnJson.toSpendModel(json), rows, table);
      } else if (json.text("model").equals(BgBb.NAME)) {
        predictOpportunities((BgBb) ChurnJson.toScorer(json), rows, table);
      } else if (json.text("model").equals(CovariateModel.NAME)) {
        CovariateModel fitted = (CovariateModel) ChurnJson.toScorer(json);
        predictPurchases(
            fitted.average().unit(), row -> fitted.at(row.covariateValues()), rows, table);
      } else {
        PurchaseProcess fitted = process(json);
        predictPurchases(fitted.unit(), row -> fitted, rows, table);
      }
    }
    return ExitCode.OK;
  }

  /** The columns beside x, t_x and T that the model needs. */
  private static List<String> covariates(JsonDocument json) {
    return json.text("model").equals(CovariateModel.NAME)
        ? json.objects("covariates").stream().map(column -> column.text("name")).toList()
        : List.of();
  }

  private void predictPurchases(
      TimeScale unit,
      Function<SummaryRow, PurchaseProcess> model,
      List<SummaryRow> rows,
      TableWriter table) {
    OptionalDouble rate = continuousRate(unit);
    for (SummaryRow row : rows) {
      PurchaseProcess fitted = model.apply(row);
      PurchaseHistory history = row.history(summaries);
      table.row(
          row.id(),
          logLikelihood(fitted, history, row),
          fitted.logAliveProbability(history),
          fitted.aliveProbability(history),
          fitted.activeProbability(history, horizon),
          fitted.expectedPurchases(history, horizon),
          rate.isPresent() ? fitted.discountedPurchases(history, rate.getAsDouble()) : null,
          null);
    }
  }

  /** The likelihood of regular buyers is known where their gaps are. */
  private static @Nullable Double logLikelihood(
      PurchaseProcess fitted, PurchaseHistory history, SummaryRow row) {
    if (fitted instanceof MbgCnbdK regular && regular.k() > 1) {
      return row.sumOfLogGaps().isPresent()
          ? regular.logLikelihood(history, row.sumOfLogGaps().getAsDouble())
          : null;
    }
    return fitted.logLikelihood(history);
  }

  private void predictOpportunities(BgBb fitted, List<SummaryRow> rows, TableWriter table) {
    OpportunityRows histories = new OpportunityRows(summaries);
    int ahead = OpportunityRows.whole("--horizon", horizon);
    OptionalDouble discounted = discountPerOpportunity(fitted);
    for (SummaryRow row : rows) {
      OpportunityHistory history = histories.history(row);
      table.row(
          row.id(),
          fitted.logLikelihood(history),
          fitted.logAliveProbability(history),
          fitted.aliveProbability(history),
          fitted.activeProbability(history, ahead),
          fitted.expectedPurchases(history, ahead),
          discounted.isPresent()
              ? fitted.discountedPurchases(history, discounted.getAsDouble())
              : null,
          null);
    }
  }

  private OptionalDouble discountPerOpportunity(BgBb fitted) {
    if (discount == null || discount.annual == null) {
      return discount == null || discount.rate == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(discount.rate);
    }
    double annual = discount.annual;
    return OptionalDouble.of(fitted
        .findCadence()
        .orElseThrow(
            () -> new IllegalArgumentException(
                model
                    + " does not say how long an opportunity is. Maybe give --discount-rate, per opportunity?"))
        .discount(annual));
  }

  private void predictSpend(GammaGamma fitted, List<SummaryRow> rows, TableWriter table) {
    for (SummaryRow row : rows) {
      SpendHistory history = spendHistory(row);
      boolean isExplained = history.repeatPurchases() > 0 && history.meanSpend() > 0;
      table.row(
          row.id(),
          isExplained ? fitted.logLikelihood(history) : null,
          null,
          null,
          null,
          null,
          null,
          fitted.expectedSpend(history));
    }
  }

  private SpendHistory spendHistory(SummaryRow row) {
    if (row.repeatPurchases() > 0 && row.meanSpend().isEmpty()) {
      throw new IllegalArgumentException(summaries + ", line " + row.line()
          + ": no mean_spend. Maybe the file has no such column? The command summaries writes it.");
    }
    return new SpendHistory(row.repeatPurchases(), row.meanSpend().orElse(0));
  }

  private PurchaseProcess process(JsonDocument json) {
    if (ChurnJson.toScorer(json) instanceof PurchaseProcess process) {
      return process;
    }
    throw new IllegalArgumentException(
        model + " is not a purchase-process model. Maybe fit one with the command fit?");
  }

  private String readModel() throws IOException {
    try {
      return Files.readString(model);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          model + " is not UTF-8. Maybe it is not the JSON that fit writes?", e);
    }
  }

  private OptionalDouble continuousRate(TimeScale unit) {
    if (discount == null) {
      return OptionalDouble.empty();
    }
    if (discount.rate != null) {
      return OptionalDouble.of(discount.rate);
    }
    return discount.annual == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(unit.continuousRate(discount.annual));
  }
}
