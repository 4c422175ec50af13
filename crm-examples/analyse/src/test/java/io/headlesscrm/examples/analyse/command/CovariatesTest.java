package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.json.ChurnJson;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models with covariates, from a summaries file to predictions. */
class CovariatesTest {

  @TempDir
  private Path folder;

  private Path summaries;

  /** Who has a contract buys twice as often; the distance has nothing to do with it. One in ten leaves after a purchase. */
  @BeforeEach
  void makeUpCustomers() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<String> lines = new ArrayList<>(List.of("id,x,t_x,T,contract,distance"));
    for (int i = 0; i < 1000; i++) {
      int contract = i % 2;
      double rate = random.nextExponential() / (contract == 1 ? 4 : 8);
      int repeats = 0;
      double last = 0;
      boolean stays = true;
      double next = random.nextExponential() / rate;
      while (stays && next < 39) {
        repeats++;
        last = next;
        stays = random.nextDouble() > 0.1;
        next += random.nextExponential() / rate;
      }
      lines.add(String.format(
          Locale.ROOT,
          "C%d,%d,%s,39,%d,%.1f",
          i,
          repeats,
          last,
          contract,
          -50 * random.nextDouble()));
    }
    summaries = folder.resolve("summaries.csv");
    Files.write(summaries, lines);
  }

  private Run fit(String model, String covariates) {
    return Run.of(
        "fit", "--model", model, "--summaries", summaries.toString(), "--covariates", covariates);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd"})
  void fitThenPredict_columns_knowWhoHasAContract(String model) throws IOException {
    Run fit = fit(model, "contract,distance");

    assertThat(fit.exitCode()).as(fit.err()).isZero();
    JsonDocument json = JsonDocument.parse(fit.out());
    assertThat(json.object("average").text("model")).isEqualTo(model);
    assertThat(json.truth("converged")).isTrue();
    assertThat(json.whole("customers")).isEqualTo(1000);
    assertThat(json.object("test").number("pValue")).isLessThan(1e-6);
    JsonDocument onAlpha = json.objects("effects").get(0);
    assertThat(onAlpha.text("parameter")).isEqualTo("alpha");
    assertThat(onAlpha.numbers("coefficients")[0])
        .isCloseTo(Math.log(2), within(3 * onAlpha.numbers("standardErrors")[0]));
    assertThat(onAlpha.numbers("pValues")[0]).isLessThan(1e-6);
    assertThat(onAlpha.numbers("pValues")[1]).isGreaterThan(0.001);

    Path file = folder.resolve("model.json");
    Files.writeString(file, fit.out());
    Path customers = folder.resolve("customers.csv");
    Files.write(
        customers,
        List.of(
            "id,contract,distance,x,t_x,T",
            "with,1,-20,2,20,30",
            "without,0,-20,2,20,30",
            "unknown,,-20,2,20,30"));
    Run predict = Run.of(
        "predict",
        "--model",
        file.toString(),
        "--summaries",
        customers.toString(),
        "--horizon",
        "26",
        "--annual-discount",
        "0.1");

    assertThat(predict.exitCode()).as(predict.err()).isZero();
    Map<String, Map<String, String>> rows = predict.byId();
    CovariateModel fitted = (CovariateModel) ChurnJson.toScorer(json);
    assertThat(fitted.at(1, -20).parameters().get("alpha"))
        .isLessThan(fitted.at(0, -20).parameters().get("alpha"));
    check(rows.get("with"), fitted.at(1, -20));
    check(rows.get("without"), fitted.at(0, -20));
    check(rows.get("unknown"), fitted.at(fitted.columns().get(0).mean(), -20));
  }

  /** Each customer as the plain model with the parameters of the customer says. */
  private static void check(Map<String, String> row, PurchaseProcess own) {
    PurchaseHistory history = new PurchaseHistory(2, 20, 30);
    assertThat(number(row, "p_alive")).isEqualTo(own.aliveProbability(history));
    assertThat(number(row, "p_active")).isEqualTo(own.activeProbability(history, 26));
    assertThat(number(row, "expected_purchases")).isEqualTo(own.expectedPurchases(history, 26));
    assertThat(number(row, "log_likelihood")).isEqualTo(own.logLikelihood(history));
    assertThat(number(row, "dert"))
        .isEqualTo(own.discountedPurchases(history, own.unit().continuousRate(0.1)));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void fit_columnOfOneValue_saysWhyThereIsNoModel() throws IOException {
    Files.write(summaries, List.of("x,t_x,T,contract", "1,3,9,1", "0,0,9,1"));
    Run fit = fit("bg-nbd", "contract");

    assertThat(fit.exitCode()).isEqualTo(ExitCode.NO_ANSWER);
    assertThat(JsonDocument.parse(fit.out()).objects("verdicts").get(0).text("code"))
        .isEqualTo("COVARIATE_CONSTANT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bg-nbd | colour | no column colour among",
        "bg-nbd | id | column id: \"C0\" must be a number. Maybe make a column of 0 and 1",
        "bg-nbd | contract,contract | no two the same",
        "mbg-cnbd-k | contract | --model is mbg-cnbd-k, it must be bg-nbd, mbg-nbd or pareto-nbd",
      })
  void fit_wrongColumns_isAUsageError(String model, String covariates, String message) {
    Run fit = fit(model, covariates);

    assertThat(fit.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(fit.err()).contains(message);
  }

  @Test
  void fit_covariatesOfPurchases_isAUsageError() {
    Run fit = Run.of("fit", "--model", "bg-nbd", "--covariates", "contract", "orders.csv");

    assertThat(fit.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(fit.err()).contains("--covariates needs --summaries");
  }
}
