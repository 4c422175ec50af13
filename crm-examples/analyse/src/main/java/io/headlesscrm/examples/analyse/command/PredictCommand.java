package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.bgnbd.BetaGeometricModel;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.json.ChurnJson;
import io.headlesscrm.core.json.JsonDocument;
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
      description = "x, t_x and T in the model's unit.")
  private Path summaries;

  @Option(
      names = "--horizon",
      paramLabel = "H",
      required = true,
      description = "In the model's unit, above 0.")
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
        description = "Continuous rate per unit of the model, for dert.")
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
    BetaGeometricModel fitted = model();
    OptionalDouble rate = continuousRate(fitted);
    List<SummaryRow> rows = SummariesFile.read(summaries);
    try (TableWriter table = output.table(
        "id",
        "log_likelihood",
        "log_p_alive",
        "p_alive",
        "p_active",
        "expected_purchases",
        "dert",
        "expected_spend")) {
      for (SummaryRow row : rows) {
        PurchaseHistory history = history(row);
        table.row(
            row.id(),
            fitted.logLikelihood(history),
            fitted.logAliveProbability(history),
            fitted.aliveProbability(history),
            fitted.activeProbability(history, horizon),
            fitted.expectedPurchases(history, horizon),
            rate.isPresent() ? fitted.discountedPurchases(history, rate.getAsDouble()) : null,
            null);
      }
    }
    return ExitCode.OK;
  }

  private BetaGeometricModel model() throws IOException {
    ChurnScorer scorer = ChurnJson.toScorer(JsonDocument.parse(readModel()));
    if (scorer instanceof BetaGeometricModel beta) {
      return beta;
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

  private OptionalDouble continuousRate(BetaGeometricModel fitted) {
    if (discount == null) {
      return OptionalDouble.empty();
    }
    if (discount.rate != null) {
      return OptionalDouble.of(discount.rate);
    }
    return discount.annual == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(fitted.unit().continuousRate(discount.annual));
  }

  private PurchaseHistory history(SummaryRow row) {
    try {
      return new PurchaseHistory(row.repeatPurchases(), row.recencyOfLast(), row.age());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          summaries + ", line " + row.line() + ": " + e.getMessage(), e);
    }
  }
}
