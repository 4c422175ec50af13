package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.json.JsonDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program on UCI Online Retail, beside pandas, SQLite and R on the same file. */
class OnlineRetailTest {

  private static final String PANDAS = "oracle/online_retail_customers_pandas_rfm_abc.csv.gz";

  /** pandas adds up 4,338 doubles one by one; ours are exact sums of cents. */
  private static final double ROUNDING_OF_A_RUNNING_SUM = 4_338 * 0x1p-53;

  @TempDir
  private Path folder;

  @Test
  void analyse_wholeFile_rowsAddUpAndTotalsHold() throws IOException {
    Run run = Run.of(
        "analyse",
        purchases(),
        "--as-of",
        "2011-12-10",
        "--currency",
        "GBP",
        "--out",
        folder.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonDocument summary = JsonDocument.parse(Files.readString(folder.resolve("summary.json")));
    assertThat(summary.whole("rowsRead")).isEqualTo(541_909);
    assertThat(summary.whole("rowsUsed")).isEqualTo(397_884);
    assertThat(summary.whole("rowsRejected")).isEqualTo(135_080);
    assertThat(summary.whole("rowsSetAside")).isEqualTo(541_909 - 397_884 - 135_080);
    assertScope(summary.object("sales"), 397_884, 4_338, 18_532, "8911407.90");
    assertScope(summary.object("net"), 406_829, 4_372, 22_190, "8300065.81");
    assertThat(Files.readAllLines(folder.resolve("customers.csv"))).hasSize(4_339);
    assertThat(Files.readAllLines(folder.resolve("rejects.csv")))
        .hasSize(135_081)
        .contains("624,CustomerID,,no customer");
    assertThat(Files.readAllLines(folder.resolve("set-aside.csv"))).hasSize(8_946);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("8,911,408")
        .contains("4,338");
  }

  @Test
  void rfm_rMode_equalsRfmOfR() throws IOException {
    Map<String, Map<String, String>> ours = rfm("r-rfm", 5).byId();
    List<Map<String, String>> theirs = SharedData.table("oracle/online_retail_rfm_r_scores.csv.gz");

    assertThat(theirs)
        .hasSize(4_338)
        .allSatisfy(row -> assertThat(ours.get(row.get("customer_id")))
            .containsEntry("r", row.get("recency_score"))
            .containsEntry("f", row.get("frequency_score"))
            .containsEntry("m", row.get("monetary_score"))
            .containsEntry("recency_days", row.get("recency_days"))
            .containsEntry("frequency", row.get("transaction_count")));
  }

  @Test
  void rfm_pandasMode_equalsThePandasRecipe() throws IOException {
    Map<String, Map<String, String>> ours = rfm("pandas", 5).byId();

    assertThat(SharedData.table(PANDAS))
        .hasSize(4_338)
        .allSatisfy(row -> assertThat(ours.get(row.get("CustomerID")))
            .containsEntry("r", row.get("p1_R"))
            .containsEntry("f", row.get("p1_F"))
            .containsEntry("m", row.get("p1_M"))
            .containsEntry("segment", row.get("p1_segment")));
  }

  @ParameterizedTest
  @CsvSource({"5,0", "10,1"})
  void rfm_ntileMode_equalsSql(int bins, int lowest) throws IOException {
    Map<String, Map<String, String>> ours = rfm("ntile", bins).byId();

    assertThat(SharedData.table(PANDAS)).hasSize(4_338).allSatisfy(row -> {
      for (String axis : List.of("R", "F", "M")) {
        int score = Integer.parseInt(row.get("ntile" + bins + "_" + axis)) + lowest;
        assertThat(ours.get(row.get("CustomerID")))
            .containsEntry(axis.toLowerCase(Locale.ROOT), String.valueOf(score));
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"inclusive,1132,1469,1737,abc_incl", "crossing,1133,1469,1736,abc_cross"})
  void abc_customers_equalThePandasClasses(String boundary, int a, int b, int c, String column)
      throws IOException {
    Run run = Run.of("abc", purchases(), "--as-of", "2011-12-10", "--boundary", boundary);
    Map<String, Map<String, String>> ours = run.byId();

    assertThat(List.of(count(run, "A"), count(run, "B"), count(run, "C")))
        .containsExactly((long) a, (long) b, (long) c);
    assertThat(SharedData.table(PANDAS)).allSatisfy(row -> {
      Map<String, String> our = ours.get(row.get("CustomerID"));
      assertThat(our).containsEntry("class", row.get(column));
      assertThat(Double.parseDouble(our.get("cumulative_share")))
          .isCloseTo(
              Double.parseDouble(row.get("abc_cum_share")), within(ROUNDING_OF_A_RUNNING_SUM));
    });
  }

  @ParameterizedTest
  @CsvSource({"inclusive,incl", "crossing,cross"})
  void abc_items_equalThePandasClasses(String boundary, String column) throws IOException {
    Map<String, Map<String, String>> ours =
        Run.of("abc", purchases(), "--by", "item", "--boundary", boundary).byId();

    assertThat(SharedData.table("oracle/online_retail_items_abc.csv.gz"))
        .hasSize(ours.size())
        .allSatisfy(row ->
            assertThat(ours.get(row.get("StockCode"))).containsEntry("class", row.get(column)));
  }

  @Test
  void migrate_pandasModeCutAnew_equalsThePandasMigration() throws IOException {
    Run run = Run.of(
        "migrate",
        purchases(),
        "--from",
        "2011-09-01",
        "--to",
        "2011-12-10",
        "--rebin",
        "--binning",
        "pandas");
    Map<String, String> ours = run.table().stream()
        .collect(Collectors.toMap(
            row -> row.get("from") + " > " + row.get("to"), row -> row.get("customers")));

    List<Map<String, String>> theirs = Run.table(Files.readString(
        SharedData.file("oracle/online_retail_segment_migration_2011-09-01_to_2011-12-10.csv")));
    assertThat(theirs).hasSize(11);
    for (Map<String, String> row : theirs) {
      String from = row.get("from").startsWith("(") ? "New" : row.get("from");
      row.forEach((to, customers) -> {
        if (!to.equals("from")) {
          assertThat(ours.getOrDefault(from + " > " + to, "0")).isEqualTo(customers);
        }
      });
    }
    assertThat(run.table().stream()
            .map(row -> new BigDecimal(row.get("value")))
            .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("8911407.90");
  }

  /** Every peer reports these fits as a success. */
  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd"})
  void fit_purchaseProcess_saysThatNobodyIsSeenToLeave(String model) {
    Run run = Run.of("fit", "--model", model, purchases(), "--cutoff", "2011-06-08");

    assertThat(run.exitCode()).isZero();
    JsonDocument fit = JsonDocument.parse(run.out());
    assertThat(fit.whole("customers")).isEqualTo(2_787);
    assertThat(fit.truth("converged")).isTrue();
    assertThat(fit.objects("verdicts"))
        .extracting(verdict -> verdict.text("code"))
        .contains("DROPOUT_NOT_IDENTIFIED");
  }

  /** What is attainable on half a year, with purchase days, amounts, items and returns. */
  @ParameterizedTest
  @CsvSource({"184,0.740,0.535", "90,0.760,0.590"})
  void backtest_sales_theDefaultIsTheBestOfAll(int horizon, double auc, double logLoss) {
    JsonDocument report = JsonDocument.parse(Run.of(
            "backtest", purchases(), "--cutoff", "2011-06-08", "--horizon", String.valueOf(horizon))
        .out());
    Map<String, JsonDocument> scorers = report.objects("scorers").stream()
        .collect(Collectors.toMap(one -> one.text("name"), one -> one));
    JsonDocument best = scorers.get(report.text("default"));

    assertThat(report.whole("customers")).isEqualTo(2_787);
    assertThat(best.number("auc")).isGreaterThanOrEqualTo(auc);
    assertThat(best.number("logLoss")).isLessThanOrEqualTo(logLoss);
    assertThat(scorers.values())
        .allSatisfy(one -> assertThat(one.number("auc")).isLessThanOrEqualTo(best.number("auc")));
  }

  private static Run rfm(String binning, int bins) {
    return Run.of(
        "rfm",
        purchases(),
        "--as-of",
        "2011-12-10",
        "--binning",
        binning,
        "--bins",
        String.valueOf(bins));
  }

  private static String purchases() {
    return SharedData.file("data/online-retail/online_retail.csv.gz").toString();
  }

  private static long count(Run run, String segment) {
    return run.table().stream().filter(row -> row.get("class").equals(segment)).count();
  }

  private static void assertScope(
      JsonDocument scope, long rows, long customers, long invoices, String total) {
    assertThat(scope.whole("rows")).isEqualTo(rows);
    assertThat(scope.whole("customers")).isEqualTo(customers);
    assertThat(scope.whole("invoices")).isEqualTo(invoices);
    assertThat(scope.decimal("total")).isEqualByComparingTo(total);
  }
}
