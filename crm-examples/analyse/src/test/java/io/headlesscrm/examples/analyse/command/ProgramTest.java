package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command as a shell runs it, on a made-up company. */
class ProgramTest {

  @TempDir
  private Path folder;

  private String purchases;

  @BeforeEach
  void makeUpACompany() {
    purchases = folder.resolve("purchases.csv").toString();
    assertThat(Run.of(
                "generate",
                "--customers",
                "300",
                "--purchases",
                "3000",
                "--seed",
                "5",
                "--out",
                purchases)
            .exitCode())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"en,Segments", "zh,客户"})
  void analyse_eitherLanguage_everyFileAndRowsAddUp(String language, String word)
      throws IOException {
    Path out = folder.resolve("report");

    Run run = Run.of("analyse", purchases, "--out", out.toString(), "--lang", language);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(out.resolve("report.html").toString());
    JsonDocument summary = JsonDocument.parse(Files.readString(out.resolve("summary.json")));
    long used = summary.whole("rowsUsed");
    assertThat(used + summary.whole("rowsSetAside") + summary.whole("rowsRejected"))
        .isEqualTo(summary.whole("rowsRead"));
    assertThat(used).isEqualTo(summary.object("sales").whole("rows")).isBetween(3_000L, 3_010L);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains(word)
        .doesNotContainPattern("\\{\\w+(,[^}]*)?}");
    assertThat(Files.readAllLines(out.resolve("customers.csv"))).hasSize(301);
    assertThat(Files.readAllLines(out.resolve("rejects.csv")))
        .hasSize(1 + (int) summary.whole("rowsRejected"));
    assertThat(Files.readAllLines(out.resolve("set-aside.csv")))
        .hasSize(1 + (int) summary.whole("rowsSetAside"));
  }

  @Test
  void analyse_noFile_madeUpCompanyIsReported() {
    Run run = Run.of("analyse", "--out", folder.resolve("demo").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("made up an express company").contains("report.html");
  }

  @Test
  void analyse_twice_sameBytes() throws IOException {
    for (String name : List.of("one", "two")) {
      Run.of("analyse", purchases, "--out", folder.resolve(name).toString());
    }
    for (String file :
        List.of("report.html", "customers.csv", "rejects.csv", "set-aside.csv", "summary.json")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
    }
  }

  @Test
  void customers_probabilitiesAndScores_inRange() throws IOException {
    Path out = folder.resolve("report");
    Run.of("analyse", purchases, "--out", out.toString());

    assertThat(customers(out).values()).hasSize(300).allSatisfy(row -> {
      assertThat(Double.parseDouble(row.get("churn_probability"))).isBetween(0.0, 1.0);
      assertThat(Double.parseDouble(row.get("p_alive"))).isBetween(0.0, 1.0);
      assertThat(Double.parseDouble(row.get("value_at_risk"))).isNotNegative();
      assertThat(row.get("r")).matches("[1-5]");
      assertThat(row.get("abc_class")).matches("[ABC]");
      assertThat(row.get("pyramid")).isIn("platinum", "gold", "iron", "lead");
      assertThat(row.get("value")).isIn("key", "grow", "keep", "watch", "Unassessed");
      assertThat(row.get("lifecycle"))
          .isIn("new", "active", "repeating", "slipping", "lapsed", "won-back");
      assertThat(row.get("abc_xyz")).matches("[ABC][XYZ]|Unassessed");
      assertThat(row.get("cluster")).matches("cluster-[1-8]");
      assertThat(row.get("reason")).isNotEmpty();
    });
  }

  /** What the program writes is what the default scorer of the library says. */
  @Test
  void customers_churnProbability_isThatOfTheDefaultScorer() throws IOException {
    Path out = folder.resolve("report");
    Run.of("analyse", purchases, "--out", out.toString(), "--horizon", "60");
    PurchaseLog log = PurchaseCsv.read(Path.of(purchases)).log();
    CustomerBase base = log.asOf(log.window().end());
    Blend blend = Blend.fit(base).orThrow();
    ChurnScores scores = blend.score(base, Horizon.ofDays(60));
    double[] forecast = blend.forecast(base, Horizon.ofDays(60));

    List<Map<String, String>> rows = Run.table(
        Files.readString(out.resolve("customers.csv")).replaceAll("\"[^\"]*\"", "quoted"));
    for (int row = 0; row < base.size(); row++) {
      assertThat(rows.get(row).get("id")).isEqualTo(base.customer(row).value());
      assertThat(Double.parseDouble(rows.get(row).get("churn_probability")))
          .isEqualTo(scores.churnProbability(row));
      assertThat(Double.parseDouble(rows.get(row).get("expected_purchases")))
          .isEqualTo(forecast[row]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en,Scored by the default scorer of the library,Would such scores have come true?",
    "zh,由本库的默认评分计算,这样的评分过去应验了吗？"
  })
  void analyse_eitherLanguage_saysWhatScoresAndShowsTheBacktest(
      String language, String scorer, String heading) throws IOException {
    Path out = folder.resolve("report");
    Run.of("analyse", purchases, "--out", out.toString(), "--lang", language);

    String page = Files.readString(out.resolve("report.html"));
    assertThat(page).contains(scorer).contains(heading);
    assertThat(page.split("<svg class=\"chart\"", -1)).hasSize(1 + 6);
  }

  @Test
  void analyse_offer_isReckonedWithTheGivenFigures() throws IOException {
    Path out = folder.resolve("report");
    Run.of(
        "analyse",
        purchases,
        "--out",
        out.toString(),
        "--offer-value",
        "731",
        "--offer-success",
        "0.42");

    assertThat(Files.readString(out.resolve("report.html"))).contains("731").contains("42% of the");
    assertThat(Run.of("analyse", purchases, "--out", out.toString(), "--offer-success", "30")
            .exitCode())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"none, false", "lifecycle, true"})
  void analyse_chosenSegmentations_onlyThoseAreThere(String names, boolean isThere)
      throws IOException {
    Path out = folder.resolve("report");
    Run run = Run.of("analyse", purchases, "--out", out.toString(), "--segmentations", names);

    assertThat(run.exitCode()).as(run.err()).isZero();
    String header = Files.readAllLines(out.resolve("customers.csv")).get(0);
    assertThat(header.contains("lifecycle")).isEqualTo(isThere);
    assertThat(header).doesNotContain("pyramid").endsWith(",reason");
  }

  @Test
  void analyse_measuresAndRules_everySegmentationIsThere() throws IOException {
    Path measures = Files.writeString(folder.resolve("measures.csv"), measures());
    Path rules = Files.writeString(folder.resolve("rules.json"), """
        {"kind": "rule-set", "version": 1, "name": "branch",
         "segments": [{"code": "dear", "name": "Dear", "chineseName": "费力", "rank": 1},
                      {"code": "usual", "name": "Usual", "chineseName": "一般", "rank": 2}],
         "rules": [{"segment": "dear",
                    "conditions": [{"measure": "cost_to_serve", "unit": "", "comparison": ">=", "bound": 400}]}],
         "otherwise": "usual"}
        """);
    Path out = folder.resolve("report");
    Run run = Run.of(
        "analyse",
        purchases,
        "--out",
        out.toString(),
        "--measures",
        measures.toString(),
        "--rules",
        rules.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("measures.csv, line 6, column margin: \"many\" is not a number")
        .contains("measures.csv, line 7, column customer: the customer was named before")
        .contains("line 8, column satisfaction: 30 is outside 1.0 to 5.0")
        .contains("line 8, column cost_to_serve: -1 is outside 0.0 to ")
        .contains("Measures of 6 customers, 1 of them without a purchase");
    assertThat(Files.readAllLines(out.resolve("measure-rejects.txt"))).hasSize(6);
    Map<String, Map<String, String>> rows = customers(out);
    Map<String, String> first = rows.get("C0000001");
    assertThat(first.get("loyalty")).isIn("true", "latent");
    assertThat(first.get("satisfaction")).isIn("apostle", "loyalist", "mercenary");
    assertThat(first.get("orientation")).isEqualTo("price");
    assertThat(first.get("rule")).isEqualTo("dear");
    assertThat(rows.get("C0000004").get("pyramid")).isEqualTo("Unassessed");
    assertThat(rows.get("C0000002").get("rule")).isEqualTo("usual");
    assertThat(rows.get("C0000002").get("pyramid")).isEqualTo("lead");
    assertThat(rows.get("C0000002").get("satisfaction")).isIn("terrorist", "defector", "hostage");
    assertThat(rows.get("C0000003").get("orientation")).isEqualTo("Unassessed");
    assertThat(rows.get("C0000005").get("satisfaction")).isEqualTo("Unassessed");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Customer pyramid, by profit")
        .contains("Rules of your own")
        .doesNotContain("need more than what was given");
  }

  /** By id. The reason is the last column and may be quoted; what stands before it is not. */
  private static Map<String, Map<String, String>> customers(Path out) throws IOException {
    return Run.table(
            Files.readString(out.resolve("customers.csv")).replaceAll("\"[^\"]*\"", "quoted"))
        .stream()
        .collect(Collectors.toMap(row -> row.get("id"), row -> row));
  }

  /** Of "C0000002" serving costs more than it brings; "C0000003" answered nothing. */
  private static String measures() {
    return """
        customer,margin,cost_to_serve,wallet,preference,differentiation,satisfaction,price_interest,service_interest,product_interest
        C0000001,5000,400,9000,5,5,5,5,1,2
        C0000002,10,90,200,1,1,1,1,5,2
        C0000003,700,20,,,,,,,
        nobody,1,1,1,1,1,1,1,1,1
        C0000004,many,1,500,4,2,4,2,2,5
        C0000001,1,1,1,1,1,1,1,1,1
        C0000005,10,-1,5,7,0,30,3,3,3
        """;
  }

  @Test
  void analyse_purchasesAlone_saysWhatWasLeftOut() throws IOException {
    Path out = folder.resolve("report");
    Run run = Run.of("analyse", purchases, "--out", out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("loyalty (preference, differentiation), satisfaction (satisfaction)")
        .contains("rule (--rules)");
  }

  @Test
  void analyse_segmentationByNameWithoutItsMeasures_usage() {
    Run run = Run.of(
        "analyse",
        purchases,
        "--out",
        folder.resolve("x").toString(),
        "--segmentations",
        "loyalty");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("needs preference, differentiation").contains("--measures");
  }

  @ParameterizedTest
  @CsvSource({"rfm", "abc", "pyramid", "lifecycle"})
  void migrate_anyStrategy_everyCustomerOfTheSecondDateOnce(String by) {
    Run run =
        Run.of("migrate", purchases, "--from", "2025-06-01", "--to", "2026-01-01", "--by", by);
    Run customers = Run.of("rfm", purchases, "--as-of", "2026-01-01");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.table().stream()
            .mapToInt(row -> Integer.parseInt(row.get("customers")))
            .sum())
        .isEqualTo(customers.table().size());
  }

  @Test
  void migrate_datesInTheWrongOrder_usage() {
    Run run = Run.of("migrate", purchases, "--from", "2026-01-01", "--to", "2025-06-01");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--from is 2026-01-01, it must be before --to");
  }

  @Test
  void migrate_fromBeforeTheFirstPurchase_usage() {
    Run run = Run.of("migrate", purchases, "--from", "2001-01-01", "--to", "2025-06-01");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--from is 2001-01-01, before anybody had bought");
  }

  @Test
  void analyse_unknownSegmentation_usage() {
    Run run = Run.of(
        "analyse", purchases, "--out", folder.resolve("x").toString(), "--segmentations", "zodiac");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\"zodiac\"").contains("pyramid, value, lifecycle");
  }

  @Test
  void fitThenPredict_throughFiles_predictsEveryCustomer() {
    String model = folder.resolve("model.json").toString();
    String summaries = folder.resolve("summaries.csv").toString();

    assertThat(Run.of("fit", "--model", "mbg-nbd", purchases, "--unit", "day", "--out", model)
            .exitCode())
        .isZero();
    assertThat(Run.of(
                "summaries",
                purchases,
                "--cutoff",
                "2025-12-31",
                "--unit",
                "day",
                "--out",
                summaries)
            .exitCode())
        .isZero();
    Run run = Run.of(
        "predict",
        "--model",
        model,
        "--summaries",
        summaries,
        "--horizon",
        "90",
        "--discount-rate",
        ".0004");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.table()).hasSize(300).allSatisfy(row -> {
      assertThat(Double.parseDouble(row.get("p_active")))
          .isBetween(0.0, Double.parseDouble(row.get("p_alive")));
      assertThat(Double.parseDouble(row.get("dert"))).isPositive();
      assertThat(row.get("expected_spend")).isEmpty();
    });
  }

  @Test
  void fit_onItsOwnSummaries_sameModelAsOnPurchases() {
    String summaries = folder.resolve("summaries.csv").toString();
    Run.of("summaries", purchases, "--cutoff", "2025-12-31", "--out", summaries);

    JsonDocument onPurchases = JsonDocument.parse(
        Run.of("fit", "--model", "bg-nbd", purchases, "--cutoff", "2025-12-31").out());
    JsonDocument onSummaries = JsonDocument.parse(
        Run.of("fit", "--model", "bg-nbd", "--summaries", summaries).out());

    assertThat(onSummaries.object("parameters")).isEqualTo(onPurchases.object("parameters"));
  }

  @Test
  void fit_intervals_holdTheParametersOfModelsThatHaveThem() {
    JsonDocument fit = JsonDocument.parse(
        Run.of("fit", "--model", "pareto-nbd", purchases, "--intervals").out());
    for (String name : List.of("r", "alpha", "s", "beta")) {
      JsonDocument interval = fit.object("intervals").object(name);
      assertThat(fit.object("parameters").number(name))
          .isBetween(interval.number("low"), interval.number("high"));
    }
    Run refused = Run.of("fit", "--model", "bg-bb", purchases, "--intervals");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("--intervals does not go with bg-bb");
  }

  @Test
  void predict_handMadeModelAndAliases_read() throws IOException {
    Path model = Files.writeString(
        folder.resolve("m.json"),
        "{\"model\": \"bg-nbd\", \"unit\": \"week\", \"parameters\": {\"r\": 0.243, \"alpha\": 4.414, \"a\": 0.793, \"b\": 2.426}}");
    Path summaries = Files.writeString(
        folder.resolve("s.csv"), "cust,x,t.x,T.cal\n1,2,30.43,38.86\nnew,0,0,0\n");

    Run run = Run.of(
        "predict",
        "--model",
        model.toString(),
        "--summaries",
        summaries.toString(),
        "--horizon",
        "39");

    // Fader, Hardie & Lee 2005, the customer of their spreadsheet: 1.226 purchases in 39 weeks
    assertThat(Double.parseDouble(run.byId().get("1").get("expected_purchases")))
        .isBetween(1.2255, 1.2265);
    assertThat(run.byId().get("new").get("p_alive")).isEqualTo("1.0");
    assertThat(run.byId().get("1").get("dert")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg-nbd", "mbg-nbd", "pareto-nbd", "mbg-cnbd-k"})
  void clv_anyModel_valuesEveryCustomerWithReason(String model) {
    Run run = Run.of(
        "clv",
        purchases,
        "--model",
        model,
        "--horizon",
        "365",
        "--margin",
        ".3",
        "--risk-horizon",
        "60");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.table()).hasSize(Run.of("rfm", purchases).table().size());
    assertThat(run.table()).allSatisfy(row -> {
      double value = Double.parseDouble(row.get("lifetime_value"));
      assertThat(Double.parseDouble(row.get("lifetime_value_low"))).isBetween(0.0, value);
      assertThat(Double.parseDouble(row.get("value_at_risk"))).isBetween(0.0, value);
      assertThat(row.get("reason")).contains("still to come");
    });
  }

  @Test
  void fitAndPredict_regularBuyers_sameOnSummariesAsOnPurchases() throws IOException {
    String summaries = folder.resolve("s.csv").toString();
    Run.of("summaries", purchases, "--cutoff", "2025-12-31", "--out", summaries);
    Run onPurchases = Run.of("fit", "--model", "mbg-cnbd-k", purchases, "--cutoff", "2025-12-31");
    JsonDocument fit = JsonDocument.parse(onPurchases.out());
    JsonDocument onSummaries = JsonDocument.parse(
        Run.of("fit", "--model", "mbg-cnbd-k", "--summaries", summaries).out());
    Path model = Files.writeString(folder.resolve("m.json"), onPurchases.out());
    Run predicted =
        Run.of("predict", "--model", model.toString(), "--summaries", summaries, "--horizon", "4");

    assertThat(fit.object("parameters").number("k")).isGreaterThanOrEqualTo(1);
    assertThat(onSummaries.object("parameters")).isEqualTo(fit.object("parameters"));
    double sum = predicted.table().stream()
        .mapToDouble(row -> Double.parseDouble(row.get("log_likelihood")))
        .sum();
    assertThat(sum).isCloseTo(fit.number("logLikelihood"), within(1e-6));
    assertThat(predicted.table()).allSatisfy(row -> {
      double expected = Double.parseDouble(row.get("expected_purchases"));
      assertThat(expected).isGreaterThanOrEqualTo(Double.parseDouble(row.get("p_active")) - 1e-15);
    });
  }

  @Test
  void fit_gammaGammaOnSummaries_sameAsOnPurchases() throws IOException {
    String summaries = folder.resolve("s.csv").toString();
    Run.of("summaries", purchases, "--cutoff", "2025-12-31", "--out", summaries);
    JsonDocument onPurchases = JsonDocument.parse(
        Run.of("fit", "--model", "gamma-gamma", purchases, "--cutoff", "2025-12-31")
            .out());
    JsonDocument onSummaries = JsonDocument.parse(
        Run.of("fit", "--model", "gamma-gamma", "--summaries", summaries).out());

    assertThat(onSummaries.object("parameters")).isEqualTo(onPurchases.object("parameters"));
  }

  @Test
  void warn_madeUpCompany_surestFirstAndSaysHowManyCouldBeTold() {
    Run run = Run.of("warn", purchases, "--false-discoveries", ".2", "--window", "84");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains(" customers tested, ");
    assertThat(run.out()).startsWith("id,change,expected,observed,since,p_value,reason");
    assertThat(run.table())
        .isSortedAccordingTo((one, other) -> Double.compare(
            Double.parseDouble(one.get("p_value")), Double.parseDouble(other.get("p_value"))));
  }

  @Test
  void warn_customersWhoStopped_rankedByValueAtRiskWithControlGroup() throws IOException {
    Path file = Files.writeString(folder.resolve("stopped.csv"), stopped());

    Run run = Run.of(
        "warn",
        file.toString(),
        "--as-of",
        "2026-01-01",
        "--capacity",
        "5",
        "--control",
        ".5",
        "--seed",
        "2",
        "--threshold",
        ".9");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("a purchase today would change it from ");
    List<Map<String, String>> rows = Run.table(run.out().replaceAll("\"[^\"]*\"", "quoted"));
    List<Map<String, String>> ranked = rows.stream()
        .filter(row -> !row.get("rank").isEmpty())
        .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.get("rank"))))
        .toList();
    assertThat(rows).hasSizeGreaterThan(ranked.size());
    assertThat(ranked)
        .isSortedAccordingTo(
            Comparator.comparingDouble(row -> -Double.parseDouble(row.get("value_at_risk"))))
        .allSatisfy(row -> {
          assertThat(Double.parseDouble(row.get("p_churn"))).isBetween(0.0, 1.0);
          assertThat(row.get("due"))
              .isEqualTo(row.get("control").equals("true") ? "" : "2026-01-08");
          assertThat(row.get("reasons")).isNotEmpty();
        });
    assertThat(ranked).filteredOn(row -> row.get("control").equals("false")).hasSize(5);
    assertThat(ranked).anyMatch(row -> row.get("control").equals("true"));
    assertThat(rows)
        .filteredOn(row -> row.get("rank").isEmpty())
        .allSatisfy(row -> assertThat(row.get("due")).isEmpty());
  }

  /** 200 customers who buy about every ten days for a year, 30 of whom stop in November. */
  private static String stopped() {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("customer_id,date,amount,currency\n");
    for (int customer = 0; customer < 200; customer++) {
      double mean = 6 + 8 * random.nextDouble();
      int last = customer < 30 ? 305 : 365;
      double day = 30 * random.nextDouble();
      while (day < last) {
        csv.append('C')
            .append(customer)
            .append(',')
            .append(LocalDate.of(2025, 1, 1).plusDays((long) day))
            .append(',')
            .append(10 + random.nextInt(90))
            .append(",EUR\n");
        day += 1 - mean * Math.log(1 - random.nextDouble());
      }
    }
    return csv.toString();
  }

  @Test
  void backtest_madeUpCompany_everyScorerJudged() {
    Run run = Run.of("backtest", purchases, "--cutoff", "2025-09-30", "--horizon", "60");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonDocument report = JsonDocument.parse(run.out());
    assertThat(report.text("default")).isEqualTo("blend");
    assertThat(report.objects("scorers")).hasSize(9).allSatisfy(scorer -> {
      assertThat(scorer.number("auc")).isBetween(0.0, 1.0);
      assertThat(scorer.names()).contains("brier", "logLoss", "ece", "countBias", "mae", "rmse");
    });
    assertThat(run.out()).contains("\"brier\" : null");
  }

  @Test
  void rfm_excel_marksTheFileAndDefusesFormulas() throws IOException {
    Path file = Files.writeString(
        folder.resolve("f.csv"), "customer_id,date,amount\n=1+1,2026-01-02,5\nb,2026-01-03,7\n");

    assertThat(Run.of("rfm", file.toString(), "--excel").out())
        .startsWith("\uFEFFid,")
        .contains("\n'=1+1,");
    assertThat(Run.of("rfm", file.toString()).out()).startsWith("id,").contains("\n=1+1,");
  }

  @Test
  void columns_file_showsHowItIsRead() {
    Run run = Run.of("columns", purchases);

    assertThat(run.out())
        .contains("column customer_id: customer")
        .contains("column lane: not used")
        .contains("line 2: C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rfm missing.csv",
        "rfm",
        "nonsense",
        "summaries x.csv",
        "fit --model pareto x.csv",
        "clv --annual-discount much x.csv",
        "backtest x.csv --horizon 30",
        "warn --false-discoveries many x.csv",
        "abc --boundary round x.csv",
        "analyse --lang de",
        "rfm --returns some x.csv",
        "fit --model bg-nbd --unit month x.csv"
      })
  void any_wrongCommandLine_twoWithOneSentence(String line) {
    Run run = Run.of(line.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void columns_raggedRowFurtherDown_stillShown() throws IOException {
    Path file = Files.writeString(
        folder.resolve("f.csv"), "customer_id,date,amount\na,2026-01-02,5\nb,2026-01-03\n");

    Run run = Run.of("columns", file.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("line 2: a, 2026-01-02").contains("line 3: rejected: ");
  }

  @Test
  void rfm_ambiguousDates_readInTheOrderGiven() throws IOException {
    Path file = Files.writeString(
        folder.resolve("f.csv"), "customer_id,date,amount\na,03/04/2026,5\nb,05/06/2026,7\n");

    assertThat(Run.of("rfm", file.toString()).exitCode()).isEqualTo(2);
    assertThat(Run.of("rfm", file.toString(), "--date-order", "day-first", "--as-of", "2026-06-10")
            .byId()
            .get("b"))
        .containsEntry("recency_days", "5");
    assertThat(
            Run.of("rfm", file.toString(), "--date-order", "month-first", "--as-of", "2026-06-10")
                .byId()
                .get("b"))
        .containsEntry("recency_days", "35");
  }

  @Test
  void abc_byItemWithoutItems_twoWithOneSentence() throws IOException {
    Path file =
        Files.writeString(folder.resolve("f.csv"), "customer_id,date,amount\na,2026-01-02,5\n");

    Run run = Run.of("abc", file.toString(), "--by", "item");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.err()).contains("--item");
  }

  @Test
  void rfm_rejectedRows_saidOnStandardErrorOnly() throws IOException {
    Path file = Files.writeString(
        folder.resolve("f.csv"), "customer_id,date,amount\na,2026-01-02,5\nb,someday,5\n");

    Run run = Run.of("rfm", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.table()).hasSize(1);
    assertThat(run.err()).contains("1 of 2 rows rejected, the first in line 3");
  }

  @Test
  void any_fileThatIsNoExport_twoWithOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "dear diary\ntoday\n");

    Run run = Run.of("rfm", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.err()).contains("notes.txt").contains("customer");
  }

  @Test
  void predict_badSummaries_fileLineAndColumnNamed() throws IOException {
    Path model = Files.writeString(
        folder.resolve("m.json"), Run.of("fit", "--model", "bg-nbd", purchases).out());
    Path summaries = Files.writeString(folder.resolve("s.csv"), "id,x,t_x,T\na,1,2,3\nb,1,two,3\n");

    Run run = Run.of(
        "predict",
        "--model",
        model.toString(),
        "--summaries",
        summaries.toString(),
        "--horizon",
        "4");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("s.csv, line 3, column t_x: \"two\"");
  }

  @Test
  void analyse_nothingUsable_oneBecauseTheDataGiveNoAnswer() throws IOException {
    Path file =
        Files.writeString(folder.resolve("f.csv"), "customer_id,date,amount\n,2026-01-02,5\n");

    assertThat(Run.of("analyse", file.toString(), "--out", folder.toString()).exitCode())
        .isEqualTo(1);
    assertThat(Run.of("analyse", purchases, "--as-of", "1999-01-01", "--out", folder.toString())
            .exitCode())
        .isEqualTo(1);
  }
}
