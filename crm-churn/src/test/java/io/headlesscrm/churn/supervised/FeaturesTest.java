package io.headlesscrm.churn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  private static CustomerBase base(int... daysBeforeTheEnd) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    LocalDate end = Bases.AS_OF.minusDays(1);
    for (int days : daysBeforeTheEnd) {
      builder.add(CustomerId.of("C"), end.minusDays(days), Money.of("20.00", "EUR"));
    }
    return builder.build().asOf(Bases.AS_OF);
  }

  private static Map<String, Double> features(CustomerBase base, Features features) {
    double[] row = features.of(base)[0];
    Map<String, Double> named = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      named.put(features.names().get(i), row[i]);
    }
    assertThat(row).hasSize(features.names().size());
    return named;
  }

  /** Purchases 70, 56 and 28 days before the end: x = 2, T = 10, gap = 4, gaps 2 and 4 weeks. */
  @Test
  void of_oneCustomer_byHand() {
    Map<String, Double> f = features(base(70, 56, 28), Features.of(70, Detail.AMOUNTS));
    double rate = 3 / (10 + 71 / 7.0);
    double meanGap = (6 + 1 / rate) / 3;

    assertThat(f.get("ln(1+x)")).isEqualTo(Math.log1p(2));
    assertThat(f.get("x=0")).isZero();
    assertThat(f.get("ln(1+T)")).isEqualTo(Math.log1p(10));
    assertThat(f.get("ln(1+gap)")).isEqualTo(Math.log1p(4));
    assertThat(f.get("gap/(1+T)")).isEqualTo(4 / 11.0);
    assertThat(f.get("ln(rate)")).isCloseTo(Math.log(3 / (10 + 1 / rate)), within(1e-14));
    assertThat(f.get("ln(1+gap/mg)")).isCloseTo(Math.log1p(4 / meanGap), within(1e-14));
    assertThat(f.get("ln(mg)")).isCloseTo(Math.log(meanGap), within(1e-14));
    assertThat(f.get("recent-share")).isCloseTo(1 / 3.0, within(1e-14));
    double fast = Math.exp(-10 / 8.0) + Math.exp(-1) + Math.exp(-0.5);
    assertThat(f.get("ln(decayed-8)")).isCloseTo(Math.log(fast + 0.001), within(1e-14));
    assertThat(f.get("ln(1+longest-gap)")).isEqualTo(Math.log1p(4));
    assertThat(f.get("ln(gap/longest-gap)")).isZero();
    assertThat(f.get("ln(1+last-gap)")).isEqualTo(Math.log1p(4));
    assertThat(f.get("gap-variation")).isCloseTo(1 / 3.0, within(1e-14));
    assertThat(f.get("ln(1+count-4)")).isZero();
    assertThat(f.get("ln(1+count-8)")).isEqualTo(Math.log1p(1));
    assertThat(f).containsKey("ln(total-amount)").doesNotContainKey("ln(1+count-13)");
    assertThat(f.get("ln(purchases-per-day)")).isZero();
  }

  private static void add(
      PurchaseLogBuilder builder, int daysBefore, long cents, PurchaseKind kind, int items) {
    int day = (int) Bases.AS_OF.minusDays(1 + daysBefore).toEpochDay();
    builder.addRow(new char[] {'C'}, 0, 1, day, cents, kind, null, null, items);
  }

  /** Days of 3.00, 1.00 and 8.00 with 2, 1 and 9 items; the mean day is 4.00 and has 4 items. Two on the last day. */
  private static CustomerBase itemised() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    add(builder, 70, 300, PurchaseKind.SALE, 2);
    add(builder, 50, 100, PurchaseKind.SALE, 1);
    add(builder, 30, 700, PurchaseKind.SALE, 6);
    add(builder, 30, 100, PurchaseKind.SALE, 3);
    add(builder, 40, -50, PurchaseKind.RETURN, 1);
    return builder.build().asOf(Bases.AS_OF);
  }

  @Test
  void of_amountsItemsReturns_byHand() {
    CustomerBase base = itemised();
    Map<String, Double> f = features(base, Features.of(70, Detail.ITEMS));

    assertThat(Detail.of(base)).isEqualTo(Detail.ITEMS);
    assertThat(f.get("ln(mean-amount)")).isZero();
    assertThat(f.get("ln(last-amount)")).isEqualTo(Math.log(2));
    assertThat(f.get("ln(first-amount)")).isEqualTo(Math.log(0.75));
    assertThat(f.get("ln(total-amount)")).isEqualTo(Math.log(3));
    assertThat(f.get("ln(purchases-per-day)")).isEqualTo(Math.log(4 / 3.0));
    assertThat(f.get("ln(1+returns)")).isEqualTo(Math.log(2));
    assertThat(f.get("ln(mean-items)")).isZero();
    assertThat(f.get("ln(last-items)")).isEqualTo(Math.log(9 / 4.0));
    assertThat(f.get("ln(first-items)")).isEqualTo(Math.log(0.5));
    assertThat(f.get("ln(total-items)")).isEqualTo(Math.log(3));
  }

  /** A host that keeps summaries scores with a model that knows more: what it does not know counts as the mean. */
  @Test
  void of_summaries_whatTheyDoNotKnowIsMissing() {
    CustomerBase base = itemised();
    CustomerBase summaries =
        CustomerBase.of(Map.of(base.customer(0), base.summary(0)), Bases.AS_OF, EUR);
    Map<String, Double> known = features(base, Features.of(70, Detail.ITEMS));
    Map<String, Double> f = features(summaries, Features.of(70, Detail.ITEMS));

    assertThat(Detail.of(summaries)).isEqualTo(Detail.DAYS);
    assertThat(f.entrySet().stream()
            .filter(one -> Double.isNaN(one.getValue()))
            .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "ln(last-amount)",
            "ln(1+returns)",
            "ln(mean-items)",
            "ln(last-items)",
            "ln(first-items)",
            "ln(total-items)");
    f.values().removeIf(value -> Double.isNaN(value));
    assertThat(known).containsAllEntriesOf(f);
    LinearPredictor predictor = LinearPredictor.of(
        List.of("a", "b"), 1, new double[] {5, 5}, new double[] {2, 3}, new double[2]);
    assertThat(predictor.of(new double[] {6, Double.NaN})).isEqualTo(3);
  }

  @Test
  void of_boughtOnce_knowsNoGaps() {
    Map<String, Double> f = features(base(21), Features.of(70, Detail.DAYS));

    assertThat(f.get("x=0")).isEqualTo(1);
    assertThat(f.get("gap-variation")).isEqualTo(0.8);
    assertThat(f.get("ln(1+longest-gap)")).isZero();
    assertThat(f.get("ln(gap/longest-gap)")).isEqualTo(Math.log(4));
    assertThat(f.values()).allSatisfy(value -> assertThat(value).isFinite());
  }

  @Test
  void daysBefore_publishedPlans_inDays() {
    assertThat(Origins.daysBefore(272)).containsExactly(26 * 7, 22 * 7, 18 * 7, 13 * 7, 9 * 7);
    assertThat(Origins.daysBefore(27 * 7)).containsExactly(126, 112, 98, 84, 70, 56);
    assertThat(Origins.daysBefore(500)).containsExactly(39 * 7, 32 * 7, 26 * 7, 20 * 7, 13 * 7);
    assertThat(Origins.daysBefore(0)).isEmpty();
    assertThat(Origins.daysBefore(3)).containsExactly(2, 1);
  }

  /** What came after an origin is cut away, from a log and from summaries alike. */
  @Test
  void earlier_anyBase_isThatOfTheDate() {
    CustomerBase all = Bases.simulated(200, 3);
    LocalDate day = LocalDate.of(2025, 7, 1);
    CustomerBase earlier = Origins.earlier(all, day);
    Map<CustomerId, PurchaseSummary> summaries = new HashMap<>();
    for (int row = 0; row < all.size(); row++) {
      summaries.put(all.customer(row), all.summary(row));
    }
    CustomerBase ofSummaries = Origins.earlier(CustomerBase.of(summaries, Bases.AS_OF, EUR), day);

    assertThat(earlier.asOf()).isEqualTo(day);
    assertThat(earlier.size()).isLessThan(all.size()).isEqualTo(ofSummaries.size());
    Features features = Features.of(100, Detail.DAYS);
    for (int row = 0; row < earlier.size(); row++) {
      assertThat(earlier.summary(row).lastDay()).isBefore(day);
      assertThat(features.of(earlier)[row]).containsExactly(features.of(ofSummaries)[row]);
    }
  }

  @Test
  void trainingRows_labels_areThePurchasesOfTheWindow() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    LocalDate start = LocalDate.of(2025, 1, 1);
    for (int day : new int[] {0, 50, 150, 189}) {
      builder.add(CustomerId.of("C"), start.plusDays(day), Money.of("1.00", "EUR"));
    }
    PurchaseLog log = builder.build();
    TrainingRows rows = RidgeRegression.of(Features.of(60, Detail.DAYS))
        .trainingRows(log.asOf(start.plusDays(190)));

    // origins 126, 112, 98, 84, 70 and 56 days before day 189: days 63 to 133, before both later
    // purchases
    assertThat(rows.size()).isEqualTo(6);
    assertThat(rows.counts()).containsExactly(2, 2, 2, 2, 2, 2);
    assertThat(rows.silent()).isZero();
    assertThat(rows.weights()).containsOnly(1 / 6.0);
    assertThat(rows.rows()[0][Features.of(60, Detail.DAYS).names().size()])
        .isCloseTo(Math.log(18), within(1e-12));
  }

  /** Of a large base every second, third, ... customer is learnt from. */
  @Test
  void trainingRows_manyCustomers_areASample() {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    LocalDate start = LocalDate.of(2025, 1, 1);
    for (int i = 0; i < 50_001; i++) {
      builder.add(CustomerId.of("K" + i), start.plusDays(i % 20), Money.of("1.00", "EUR"));
    }
    CustomerBase base = builder.build().asOf(start.plusDays(190));

    assertThat(TrainingRows.isSampled(base)).isTrue();
    assertThat(
            RidgeRegression.of(Features.of(60, Detail.DAYS)).trainingRows(base).size())
        .isEqualTo(6 * 25_001);
  }
}
