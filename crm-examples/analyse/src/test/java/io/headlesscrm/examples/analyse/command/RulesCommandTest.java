package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {

  @TempDir
  private Path folder;

  private Run rules(String baskets, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("baskets.csv"), baskets);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "rules";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.of(arguments);
  }

  @Test
  void rules_exportOfPurchases_refusedOrReadByColumns() throws IOException {
    String export =
        "customer_id,date,invoice,service\nC1,2026-01-01,I1,air\nC1,2026-01-01,I1,truck\n"
            + "C2,2026-01-02,I2,air\nC2,2026-01-02,I2,truck\nC2,2026-01-03,,sea\n";
    Run refused = rules(export, "--min-support", "0.5", "--min-confidence", "1");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("[customer_id, date, invoice] look like columns of purchases")
        .contains("--transaction and --item");

    Run run = rules(
        export,
        "--min-support",
        "0.5",
        "--min-confidence",
        "1",
        "--transaction",
        "invoice",
        "--item",
        "service");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.table())
        .extracting(row -> row.get("antecedent") + ">" + row.get("consequent") + row.get("count"))
        .containsExactly("air>truck2", "truck>air2");
    Run unknown = rules(
        export,
        "--min-support",
        "0.5",
        "--min-confidence",
        "1",
        "--transaction",
        "bill",
        "--item",
        "service");
    assertThat(unknown.err()).contains("among them must be bill and service");
  }

  @Test
  void rules_basketPerLine_everyColumnByHand() throws IOException {
    Run run = rules(
        "bread,milk\nbread, nappies,beer\nmilk,nappies,beer\nmilk\n",
        "--min-support",
        "0.5",
        "--min-confidence",
        "1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.table())
        .containsExactly(
            Map.of(
                "antecedent", "beer",
                "consequent", "nappies",
                "count", "2",
                "support", "0.5",
                "confidence", "1.0",
                "lift", "2.0",
                "leverage", "0.25",
                "conviction", "Infinity",
                "p_value", run.table().get(0).get("p_value")),
            Map.of(
                "antecedent", "nappies",
                "consequent", "beer",
                "count", "2",
                "support", "0.5",
                "confidence", "1.0",
                "lift", "2.0",
                "leverage", "0.25",
                "conviction", "Infinity",
                "p_value", run.table().get(1).get("p_value")));
    // one of six ways to put two into four
    assertThat(Double.parseDouble(run.table().get(0).get("p_value")))
        .isCloseTo(1 / 6.0, within(1e-15));
  }

  @Test
  void rules_longForm_sameAsBasketPerLineInAnyOrder() throws IOException {
    Run rows = rules(
        "a,b\nb,c\na,b,c\n",
        "--min-support",
        "0.3",
        "--min-confidence",
        "0.1",
        "--max-consequent",
        "2");
    Run lines = rules(
        "Transaction,Item\n2,c\n1,b\n3,a\n1,a\n2,b\n3,b\n3,c\n3,c\n",
        "--min-support",
        "0.3",
        "--min-confidence",
        "0.1",
        "--max-consequent",
        "2");

    assertThat(lines.exitCode()).as(lines.err()).isZero();
    assertThat(lines.out()).isEqualTo(rows.out()).contains("a;b");
  }

  @Test
  void rules_correctionAndRedundancy_asAsked() throws IOException {
    String baskets = "a,b,c\na,b,c\nb,c\na\nd\n";
    Run all = rules(baskets, "--min-support", "0.2", "--min-confidence", "0.5");
    Run few = rules(
        baskets,
        "--min-support",
        "0.2",
        "--min-confidence",
        "0.5",
        "--no-redundant",
        "--correction",
        "bonferroni");

    assertThat(few.table()).hasSizeLessThan(all.table().size());
    assertThat(few.out()).doesNotContain("a;b,c");
    assertThat(all.out()).contains("a;b,c");
  }

  @Test
  void rules_nothingFoundOrWronglyAsked_exitCodes() throws IOException {
    assertThat(rules("a\nb\n", "--min-support", "0.5", "--min-confidence", "0").exitCode())
        .isEqualTo(1);
    assertThat(rules("a,b\n", "--min-support", "2", "--min-confidence", "0").exitCode())
        .isEqualTo(2);
    Run broken =
        rules("transaction,item\n1,a\n2\n", "--min-support", "0.5", "--min-confidence", "0");
    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.err()).contains("line 3").contains("Maybe");
  }
}
