package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.Ranking;
import io.headlesscrm.churn.propensity.ItemPropensity;
import io.headlesscrm.churn.propensity.ItemPurchases;
import io.headlesscrm.churn.propensity.PropensityScores;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropensityCommandTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);

  @TempDir
  private Path folder;

  /** Customers of whom every third buys coffee with each second purchase, all others never. */
  private Path purchases() throws IOException {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("customer,date,amount,sku\n");
    for (int i = 0; i < 400; i++) {
      for (int day = random.nextInt(60); day < 330; day += 5 + random.nextInt(40)) {
        boolean coffee = i % 3 == 0 && random.nextBoolean();
        csv.append("K%d,%s,10,%s%n".formatted(i, START.plusDays(day), coffee ? "coffee" : "tea"));
      }
    }
    return Files.writeString(folder.resolve("purchases.csv"), csv.toString());
  }

  private Run propensity(Path file, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "propensity";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Run.of(arguments);
  }

  @Test
  void propensity_whoBuysCoffee_standsFirstWithReasons() throws IOException {
    Run run = propensity(
        purchases(),
        "--item",
        "sku",
        "--of",
        "coffee",
        "--currency",
        "EUR",
        "--as-of",
        "2025-11-01",
        "--horizon",
        "60");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("customer,probability,reasons\n");
    List<Map<String, String>> rows = Run.table(run.out().replace("\"", "").replace(", ", " "));
    assertThat(rows).hasSize(400);
    assertThat(rows.subList(0, 100))
        .allMatch(row -> Integer.parseInt(row.get("customer").substring(1)) % 3 == 0);
    assertThat(rows)
        .extracting(row -> Double.parseDouble(row.get("probability")))
        .allMatch(p -> p >= 0 && p <= 1)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(rows.get(0).get("reasons")).contains("bought coffee on ");
    assertThat(run.err()).contains("of the customers bought it within 60 days").contains("AUC");
  }

  @Test
  void propensity_itemThatNobodyBuys_baseRateWithNotice() throws IOException {
    Run run = propensity(purchases(), "--item", "sku", "--of", "milk", "--currency", "EUR");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("WARNING TOO_RARE").contains("the base rate stands for all");
    assertThat(run.out().lines().skip(1).map(line -> line.split(",", -1)[1]).distinct())
        .hasSize(1);
  }

  @Test
  void propensity_wronglyAsked_exitCodes() throws IOException {
    Path without = Files.writeString(
        folder.resolve("without.csv"), "customer,date,amount\nK,2025-01-01,1\nK,2025-02-01,1\n");

    Run noItems = propensity(without, "--of", "coffee", "--currency", "EUR");
    assertThat(noItems.exitCode()).isEqualTo(2);
    assertThat(noItems.err()).contains("no column of items").contains("Maybe");
    assertThat(propensity(purchases(), "--item", "sku").exitCode()).isEqualTo(2);
    assertThat(propensity(
                purchases(),
                "--item",
                "sku",
                "--of",
                "tea",
                "--currency",
                "EUR",
                "--as-of",
                "2024-01-01")
            .exitCode())
        .isEqualTo(1);
  }

  /** The five items that most customers had bought, learnt until the day and judged on the 90 days after it. */
  @Test
  void score_onlineRetail_beatsTheBaseRateAndWhoBoughtItBefore() {
    PurchaseImport imported =
        PurchaseCsv.read(SharedData.file("data/online-retail/online_retail.csv.gz"));
    ItemPurchases items = sales(imported);
    LocalDate asOf = LocalDate.of(2011, 9, 1);
    CustomerBase base = imported.log().asOf(asOf);

    for (String item : items.frequent(200, asOf).subList(0, 5)) {
      PropensityScores scores =
          ItemPropensity.of(items).fit(base, item).orThrow().score(base, Horizon.ofDays(90));
      double[] ours =
          IntStream.range(0, base.size()).mapToDouble(scores::probability).toArray();
      double[] ofAll = new double[base.size()];
      Arrays.fill(ofAll, scores.baseRate());
      boolean[] bought = bought(base, items, item, asOf, asOf.plusDays(90));
      boolean[] earlier = bought(base, items, item, LocalDate.of(2010, 1, 1), asOf);
      Calibration calibration = Calibration.of(ours, bought);

      assertThat(Ranking.of(ours, bought).auc()).as(item).isGreaterThan(0.5);
      assertThat(calibration.compareBrier(Calibration.of(ofAll, bought)).difference())
          .as(item)
          .isNegative();
      assertThat(calibration.compareBrier(Calibration.of(ofAll, bought)).isSignificant(0.05))
          .as(item)
          .isTrue();
      assertThat(Ranking.of(ours, bought)
              .compare(Ranking.of(zeroOrOne(earlier), bought))
              .difference())
          .as(item)
          .isPositive();
    }
  }

  private static ItemPurchases sales(PurchaseImport imported) {
    ItemPurchases.Builder items = ItemPurchases.builder();
    imported.forEachRow(row -> {
      String item = row.item();
      if (row.kind() == PurchaseKind.SALE && item != null) {
        items.add(row.customer(), row.day(), item);
      }
    });
    return items.build();
  }

  private static boolean[] bought(
      CustomerBase base, ItemPurchases items, String item, LocalDate from, LocalDate to) {
    boolean[] bought = new boolean[base.size()];
    for (int row = 0; row < bought.length; row++) {
      bought[row] = items.isBought(base.customer(row), item, from, to);
    }
    return bought;
  }

  private static double[] zeroOrOne(boolean[] outcomes) {
    return IntStream.range(0, outcomes.length)
        .mapToDouble(row -> outcomes[row] ? 1 : 0)
        .toArray();
  }
}
