package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model of opportunities on the command line. */
class BgBbCommandTest {

  @TempDir
  private Path folder;

  private String purchases() {
    String file = folder.resolve("purchases.csv").toString();
    Run.of("generate", "--customers", "300", "--purchases", "6000", "--seed", "7", "--out", file);
    return file;
  }

  /** oracle/published.json has a log-likelihood of -33225.6; at the published parameters it is -33225.58. */
  @Test
  void fitAndPredict_donations_reachThePublishedOptimum() throws IOException {
    String donations = SharedData.file("data/donations/donations.csv").toString();
    Run fitted = Run.of("fit", "--model", "bg-bb", "--summaries", donations);
    JsonDocument fit = JsonDocument.parse(fitted.out());
    assertThat(fit.number("logLikelihood")).isCloseTo(-33225.58, within(0.01));
    assertThat(fit.whole("customers")).isEqualTo(11_104);
    assertThat(fit.whole("uniqueTriples")).isEqualTo(22);
    assertThat(fit.text("unit")).isEqualTo("opportunity");
    assertThat(fit.objects("verdicts")).isEmpty();

    Path model = Files.writeString(folder.resolve("m.json"), fitted.out());
    List<Map<String, String>> rows = Run.of(
            "predict",
            "--model",
            model.toString(),
            "--summaries",
            donations,
            "--horizon",
            "5",
            "--discount-rate",
            ".1")
        .table();
    List<Map<String, String>> donors = SharedData.table("data/donations/donations.csv");
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      double weight = Double.parseDouble(donors.get(i).get("weights"));
      sum += weight * Double.parseDouble(rows.get(i).get("log_likelihood"));
      double expected = Double.parseDouble(rows.get(i).get("expected_purchases"));
      assertThat(Double.parseDouble(rows.get(i).get("p_active")))
          .isBetween(expected / 5, Double.parseDouble(rows.get(i).get("p_alive")));
      assertThat(Double.parseDouble(rows.get(i).get("dert"))).isPositive();
    }
    assertThat(sum).isCloseTo(fit.number("logLikelihood"), within(1e-6));
  }

  @Test
  void fit_purchasesByMonth_sameOnSummariesOfOpportunities() throws IOException {
    String purchases = purchases();
    String summaries = folder.resolve("s.csv").toString();
    Run written = Run.of(
        "summaries",
        purchases,
        "--cutoff",
        "2025-12-31",
        "--opportunities",
        "month",
        "--out",
        summaries);
    assertThat(written.exitCode()).as(written.err()).isZero();
    JsonDocument onPurchases = JsonDocument.parse(
        Run.of("fit", "--model", "bg-bb", purchases, "--cutoff", "2025-12-31", "--unit", "month")
            .out());
    JsonDocument onSummaries = JsonDocument.parse(
        Run.of("fit", "--model", "bg-bb", "--summaries", summaries).out());

    assertThat(onPurchases.text("unit")).isEqualTo("month");
    assertThat(onSummaries.object("parameters")).isEqualTo(onPurchases.object("parameters"));
  }

  /** One decision, one chance to buy: by hand. */
  @Test
  void predict_handMadeModel_byHand() throws IOException {
    Path model = Files.writeString(
        folder.resolve("m.json"),
        "{\"model\": \"bg-bb\", \"unit\": \"year\", \"parameters\": {\"alpha\": 1, \"beta\": 3, \"gamma\": 1, \"delta\": 4}}");
    Path summaries = Files.writeString(folder.resolve("s.csv"), "cust,x,t.x,n.cal\nnew,0,0,0\n");
    Run run = Run.of(
        "predict",
        "--model",
        model.toString(),
        "--summaries",
        summaries.toString(),
        "--horizon",
        "1",
        "--annual-discount",
        ".1");
    Map<String, String> row = run.byId().get("new");

    assertThat(Double.parseDouble(row.get("p_alive"))).isCloseTo(0.8, within(1e-14));
    assertThat(Double.parseDouble(row.get("p_active"))).isCloseTo(0.2, within(1e-14));
    assertThat(Double.parseDouble(row.get("expected_purchases"))).isCloseTo(0.2, within(1e-14));
    // 1/4 of the sum of 4/(4 + j) / 1.1^j over j = 1, 2, ...
    double dert = 0;
    for (int j = 1; j < 500; j++) {
      dert += 0.25 * 4 / (4 + j) / Math.pow(1.1, j);
    }
    assertThat(Double.parseDouble(row.get("dert"))).isCloseTo(dert, within(1e-12));
  }

  @Test
  void predict_timesInsteadOfOpportunities_twoWithOneSentence() throws IOException {
    Path model = Files.writeString(
        folder.resolve("m.json"),
        "{\"model\": \"bg-bb\", \"parameters\": {\"alpha\": 1, \"beta\": 3, \"gamma\": 1, \"delta\": 4}}");
    Path summaries = Files.writeString(folder.resolve("s.csv"), "id,x,t_x,T\na,1,2.5,3\n");
    String[] command = {
      "predict", "--model", model.toString(), "--summaries", summaries.toString(), "--horizon", "2"
    };
    Run run = Run.of(command);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("s.csv, line 2: t_x is 2.5").contains("Maybe these are times?");

    Files.writeString(summaries, "id,x,t_x,T\na,1,2,3\n");
    command[6] = "2.5";
    assertThat(Run.of(command).err()).contains("--horizon is 2.5");
    assertThat(Run.of("fit", "--model", "bg-bb", "--unit", "hour", summaries.toString())
            .exitCode())
        .isEqualTo(2);
    assertThat(Run.of(
                "summaries",
                summaries.toString(),
                "--cutoff",
                "2025-12-31",
                "--opportunities",
                "decade")
            .exitCode())
        .isEqualTo(2);
  }
}
