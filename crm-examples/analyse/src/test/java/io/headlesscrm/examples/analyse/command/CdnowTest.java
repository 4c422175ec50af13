package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program on the CDNOW sample, beside lifetimes and published optima. */
class CdnowTest {

  private static final String CUTOFF = "1997-09-30";

  @TempDir
  private Path folder;

  @Test
  void summaries_calibrationAndHoldout_equalLifetimesOnEveryCustomer() throws IOException {
    Map<String, Map<String, String>> ours = Run.of(
            "summaries", purchases(), "--cutoff", CUTOFF, "--holdout", "1998-06-30")
        .byId();
    JsonDocument theirs =
        JsonDocument.parse(SharedData.text("oracle/cdnow_dataprep.json")).object("customers");
    double[] ids = theirs.numbers("id");

    assertThat(ids).hasSize(2_357);
    for (int i = 0; i < ids.length; i++) {
      Map<String, String> our = ours.get(String.valueOf((int) ids[i]));
      assertSame(our, "x", theirs.numbers("frequency_cal"), i);
      assertSame(our, "t_x", theirs.numbers("recency_cal"), i);
      assertSame(our, "T", theirs.numbers("T_cal"), i);
      assertSame(our, "mean_spend", theirs.numbers("monetary_value_cal"), i);
      assertSame(our, "holdout_purchases", theirs.numbers("frequency_holdout"), i);
    }
  }

  @Test
  void summaries_fullPeriod_equalLifetimesOnEveryCustomer() throws IOException {
    Map<String, Map<String, String>> ours = Run.of(
            "summaries", purchases(), "--cutoff", "1998-06-30", "--unit", "day")
        .byId();
    JsonDocument theirs = JsonDocument.parse(SharedData.text("oracle/cdnow_dataprep.json"))
        .object("summary_full_period_days");
    double[] ids = theirs.numbers("id");

    assertThat(ids).hasSize(2_357);
    for (int i = 0; i < ids.length; i++) {
      Map<String, String> our = ours.get(String.valueOf((int) ids[i]));
      assertSame(our, "x", theirs.numbers("frequency"), i);
      assertSame(our, "t_x", theirs.numbers("recency"), i);
      assertSame(our, "T", theirs.numbers("T"), i);
      assertSame(our, "mean_spend", theirs.numbers("monetary_value"), i);
    }
  }

  @ParameterizedTest
  @CsvSource({"bg-nbd,bgnbd", "mbg-nbd,mbgnbd", "pareto-nbd,pnbd"})
  void fit_weeks_reachesTheOptimum(String model, String oracle) throws IOException {
    JsonDocument fit = fit(model, "week");
    double optimum = JsonDocument.parse(SharedData.text("oracle/cdnow_optima.json"))
        .object("results")
        .object("cdnow_exact_weeks")
        .object(oracle)
        .number("log_likelihood");

    assertThat(fit.number("logLikelihood")).isGreaterThanOrEqualTo(optimum - 1e-4);
    assertThat(fit.truth("converged")).isTrue();
    assertThat(fit.objects("verdicts")).isEmpty();
    assertThat(fit.whole("customers")).isEqualTo(2_357);
    assertThat(fit.whole("uniqueTriples")).isEqualTo(1_016);
  }

  @ParameterizedTest
  @CsvSource({
    "bg-nbd,day,273",
    "bg-nbd,hour,6552",
    "mbg-nbd,day,273",
    "mbg-nbd,hour,6552",
    "pareto-nbd,day,273",
    "pareto-nbd,hour,6552"
  })
  void predict_anyUnit_samePredictionsAsInWeeks(String model, String unit, String horizon)
      throws IOException {
    List<Map<String, String>> weeks = predict(model, "week", "39");
    List<Map<String, String>> other = predict(model, unit, horizon);

    assertThat(other).hasSize(2_357);
    for (int i = 0; i < weeks.size(); i++) {
      for (String column : List.of("p_alive", "p_active", "expected_purchases", "dert")) {
        assertClose(other.get(i).get(column), Double.parseDouble(weeks.get(i).get(column)));
      }
    }
  }

  @Test
  void fitAndPredict_gammaGamma_reachTheOptimumAndSpeakOfSpendAlone() throws IOException {
    JsonDocument fit = fit("gamma-gamma", "week");
    double optimum = JsonDocument.parse(SharedData.text("oracle/cdnow_optima.json"))
        .object("results")
        .object("gamma_gamma cdnow")
        .number("log_likelihood");
    assertThat(fit.number("logLikelihood")).isGreaterThanOrEqualTo(optimum - 1e-4);
    assertThat(fit.whole("customers")).isEqualTo(946);
    assertThat(fit.objects("verdicts")).isEmpty();

    for (Map<String, String> row : predict("gamma-gamma", "week", "39")) {
      assertThat(Double.parseDouble(row.get("expected_spend"))).isPositive();
      assertThat(row.get("p_alive")).isEmpty();
    }
  }

  /** Fader, Hardie &amp; Lee (2005b): residual value at 15 % a year, here by two commands beside each other. */
  @Test
  void clv_allCustomers_isDertTimesSpendOfPredict() throws IOException {
    List<Map<String, String>> purchases = predict("pareto-nbd", "week", "39");
    List<Map<String, String>> spends = predict("gamma-gamma", "week", "39");
    Map<String, Map<String, String>> values = Run.of(
            "clv", purchases(), "--as-of", "1997-10-01", "--annual-discount", ".15")
        .byId();

    assertThat(values).hasSize(2_357);
    for (int i = 0; i < purchases.size(); i++) {
      double expected = Double.parseDouble(purchases.get(i).get("dert"))
          * Double.parseDouble(spends.get(i).get("expected_spend"));
      Map<String, String> row = values.get(purchases.get(i).get("id"));
      assertClose(row.get("lifetime_value"), expected);
      assertThat(Double.parseDouble(row.get("lifetime_value_low"))).isBetween(0.0, expected);
      assertThat(Double.parseDouble(row.get("value_at_risk"))).isBetween(0.0, expected);
    }
  }

  /** What is attainable on 39 weeks, and how everybody else does beside it. */
  @Test
  void backtest_39Weeks_theDefaultReachesWhatIsAttainable() throws IOException {
    JsonDocument report = JsonDocument.parse(
        Run.of("backtest", purchases(), "--cutoff", CUTOFF, "--horizon", "273").out());
    Map<String, JsonDocument> scorers = report.objects("scorers").stream()
        .collect(Collectors.toMap(one -> one.text("name"), one -> one));
    JsonDocument best = scorers.get(report.text("default"));

    assertThat(report.whole("customers")).isEqualTo(2_357);
    assertThat(best.number("auc")).isGreaterThanOrEqualTo(0.778);
    assertThat(best.number("logLoss")).isLessThanOrEqualTo(0.500);
    assertThat(scorers)
        .containsKeys("naive-recency", "naive-last-share", "bg-nbd", "mbg-nbd", "pareto-nbd");
    assertThat(scorers.get("naive-recency").number("auc")).isCloseTo(0.771, within(5e-4));
    assertThat(scorers.get("naive-recency").has("brier")).isFalse();
  }

  /** With more than a year of history the same season of the year before corrects the level; with less a verdict says so. */
  @ParameterizedTest
  @CsvSource({"1998-03-31,90,false", "1998-04-30,61,false", "1997-11-30,31,true"})
  void backtest_season_isKnownAfterAYear(String cutoff, String horizon, boolean unknown)
      throws IOException {
    JsonDocument report =
        JsonDocument.parse(Run.of("backtest", purchases(), "--cutoff", cutoff, "--horizon", horizon)
            .out());
    Map<String, JsonDocument> scorers = report.objects("scorers").stream()
        .collect(Collectors.toMap(one -> one.text("name"), one -> one));
    JsonDocument best = scorers.get(report.text("default"));

    assertThat(best.texts("verdicts").stream().anyMatch(one -> one.contains("SEASON_UNKNOWN")))
        .isEqualTo(unknown);
    if (!unknown) {
      assertThat(Math.abs(best.number("countBias")))
          .isLessThan(Math.abs(scorers.get("pareto-nbd").number("countBias")));
      assertThat(best.number("rmse")).isLessThan(scorers.get("pareto-nbd").number("rmse"));
    }
  }

  private List<Map<String, String>> predict(String model, String unit, String horizon)
      throws IOException {
    Path fitted = folder.resolve(model + unit + ".json");
    Files.writeString(fitted, fit(model, unit).toString());
    Path summaries = folder.resolve(unit + ".csv");
    Run.of(
        "summaries",
        purchases(),
        "--cutoff",
        CUTOFF,
        "--unit",
        unit,
        "--out",
        summaries.toString());
    return Run.of(
            "predict",
            "--model",
            fitted.toString(),
            "--summaries",
            summaries.toString(),
            "--horizon",
            horizon,
            "--annual-discount",
            ".15")
        .table();
  }

  private JsonDocument fit(String model, String unit) throws IOException {
    return JsonDocument.parse(
        Run.of("fit", "--model", model, purchases(), "--cutoff", CUTOFF, "--unit", unit)
            .out());
  }

  private String purchases() throws IOException {
    Path file = folder.resolve("cdnow.csv");
    StringBuilder rows = new StringBuilder("customer_id,date,amount\n");
    Files.readAllLines(SharedData.file("data/cdnow/CDNOW_sample.txt")).forEach(line -> {
      String[] cells = line.strip().split("\\s+");
      rows.append(Integer.parseInt(cells[1]))
          .append(',')
          .append(cells[2])
          .append(',')
          .append(cells[4])
          .append('\n');
    });
    Files.writeString(file, rows);
    return file.toString();
  }

  private static void assertSame(Map<String, String> our, String column, double[] theirs, int i) {
    assertClose(our.get(column), theirs[i]);
  }

  /** Within 1e-9, relative. */
  private static void assertClose(String our, double their) {
    assertThat(Double.parseDouble(our))
        .isCloseTo(their, within(1e-9 * Math.max(Math.abs(their), 1e-9)));
  }
}
