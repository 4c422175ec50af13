package io.headlesscrm.churn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.supervised.Supervised;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseKind;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final LocalDate CUTOFF = LocalDate.of(2025, 9, 30);
  private static final Horizon HORIZON = Horizon.ofDays(60);
  private static final Currency EUR = Currency.getInstance("EUR");

  private record Buy(int customer, LocalDate day, long cents, int items) {

    Buy(int customer, LocalDate day, long cents) {
      this(customer, day, cents, 1);
    }
  }

  private static List<Buy> purchases(int customers, long seed) {
    Random random = new Random(seed);
    List<Buy> purchases = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double mean = 5 + 60 * random.nextDouble();
      double day = random.nextInt(240);
      boolean stays = true;
      while (day < 365 && stays) {
        LocalDate on = Bases.START.plusDays((long) day);
        purchases.add(new Buy(i, on, 100 + random.nextInt(9000), 1 + random.nextInt(20)));
        if (random.nextInt(5) == 0) {
          purchases.add(new Buy(i, on.plusDays(random.nextInt(10)), -50));
        }
        day += 1 - mean * Math.log(1 - random.nextDouble());
        stays = random.nextDouble() > 0.1;
      }
    }
    return purchases;
  }

  private static PurchaseLog log(List<Buy> purchases) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(EUR);
    purchases.forEach(one -> {
      char[] id = ("K" + one.customer()).toCharArray();
      PurchaseKind kind = one.cents() < 0 ? PurchaseKind.RETURN : PurchaseKind.SALE;
      int day = (int) one.day().toEpochDay();
      builder.addRow(id, 0, id.length, day, one.cents(), kind, null, null, one.items());
    });
    return builder.build();
  }

  private static Backtest all() {
    return Backtest.of()
        .with("cycle", PurchaseCycle::fit)
        .with("bg", BgNbd::fit)
        .with("pareto", ParetoNbd::fit)
        .with("ridge", Supervised::fit)
        .with("blend", Blend::fit);
  }

  /**
   * Everything after the cutoff, sales, items and returns, is given to other customers on other days: no score may
   * notice.
   */
  @Test
  void run_shuffledFuture_changesNoScore() {
    List<Buy> before = purchases(2_100, 3);
    Random random = new Random(8);
    List<Buy> shuffled = before.stream()
        .map(one -> one.day().isAfter(CUTOFF)
            ? new Buy(
                random.nextInt(2_100),
                CUTOFF.plusDays(1 + random.nextInt(90)),
                random.nextInt(100) - 20,
                1 + random.nextInt(500))
            : one)
        .toList();
    PurchaseLog one = log(before);
    PurchaseLog other = log(shuffled);
    List<double[]> scores = scores(one);
    List<double[]> scoresOfOther = scores(other);

    assertThat(Outcome.of(one, CUTOFF, HORIZON, ReturnsPolicy.SALES).purchaseDays())
        .isNotEqualTo(Outcome.of(other, CUTOFF, HORIZON, ReturnsPolicy.SALES).purchaseDays());
    for (int i = 0; i < scores.size(); i++) {
      assertThat(scores.get(i)).containsExactly(scoresOfOther.get(i));
    }
  }

  private static List<double[]> scores(PurchaseLog log) {
    CustomerBase base = log.through(CUTOFF, ReturnsPolicy.SALES);
    List<ChurnScorer> scorers = List.of(
        PurchaseCycle.fit(base).orThrow(),
        BgNbd.fit(base).orThrow(),
        ParetoNbd.fit(base).orThrow(),
        Supervised.fit(base).orThrow(),
        Blend.fit(base).orThrow());
    Blend blend = (Blend) scorers.get(4);
    assertThat(blend.name()).isEqualTo(Blend.NAME);
    assertThat(blend.contributions(base, 0, HORIZON))
        .containsKeys("ln(last-amount)", "ln(last-items)", "ln(1+returns)");
    List<double[]> all = new ArrayList<>();
    for (ChurnScorer scorer : scorers) {
      ChurnScores scores = scorer.score(base, HORIZON);
      all.add(
          IntStream.range(0, base.size()).mapToDouble(scores::churnProbability).toArray());
    }
    return all;
  }

  @Test
  void run_allScorers_judgedBesideTheBaselines() {
    BacktestReport report = all().run(log(purchases(600, 4)), CUTOFF, HORIZON);

    assertThat(report.judgements())
        .extracting(Judgement::name)
        .containsExactly(
            "cycle", "bg", "pareto", "ridge", "blend", Backtest.RECENCY, Backtest.LAST_SHARE);
    Judgement recency = report.findJudgement(Backtest.RECENCY).orElseThrow();
    Judgement blend = report.findJudgement("blend").orElseThrow();
    assertThat(recency.isNaive()).isTrue();
    assertThat(recency.findCalibration()).isEmpty();
    assertThat(blend.ranking().auc()).isGreaterThan(recency.ranking().auc());
    assertThat(blend.findCounts()).isPresent();
    assertThat(blend.topDecileLift()).isGreaterThan(1);
    assertThat(blend.expectedMaximumProfit(RetentionOffer.usual())).isPositive();
    assertThat(report.findJudgement(Backtest.LAST_SHARE).orElseThrow().ranking().auc())
        .isEqualTo(0.5);
    assertThat(report.verdicts()).containsOnlyKeys("cycle", "bg", "pareto", "ridge", "blend");
  }

  @Test
  void run_rollingDates_areThoseOfEachDate() {
    PurchaseLog log = log(purchases(300, 5));
    Backtest backtest = Backtest.of().with("cycle", PurchaseCycle::fit);
    List<LocalDate> dates = List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 8, 31));
    List<BacktestReport> reports = backtest.run(log, dates, HORIZON);

    assertThat(reports).hasSize(2);
    assertThat(reports.get(1).outcome().base().asOf()).isEqualTo(LocalDate.of(2025, 9, 1));
    assertThat(reports.get(0).judgements().get(0).ranking().auc())
        .isEqualTo(backtest
            .run(log, dates.get(0), HORIZON)
            .judgements()
            .get(0)
            .ranking()
            .auc());
  }

  @Test
  void outcome_threeCustomers_byHand() {
    PurchaseLog log = log(List.of(
        new Buy(1, CUTOFF, 100),
        new Buy(1, CUTOFF.plusDays(1), 100),
        new Buy(1, CUTOFF.plusDays(1), 200),
        new Buy(1, CUTOFF.plusDays(60), 100),
        new Buy(2, CUTOFF.minusDays(5), 100),
        new Buy(2, CUTOFF.plusDays(61), 100),
        new Buy(3, CUTOFF.plusDays(3), 100)));
    Outcome outcome = Outcome.of(log, CUTOFF, HORIZON, ReturnsPolicy.SALES);

    assertThat(outcome.base().size()).isEqualTo(2);
    assertThat(outcome.purchaseDays()).containsExactly(2, 0);
    assertThat(outcome.left()).containsExactly(false, true);
    assertThat(outcome.activeShare()).isEqualTo(0.5);
  }

  @Test
  void weeklyTracking_fourWeeks_addsUp() {
    PurchaseLog log = log(purchases(400, 6));
    PurchaseCycle cycle =
        PurchaseCycle.fit(log.through(CUTOFF, ReturnsPolicy.SALES)).orThrow();
    List<WeeklyTracking> tracking = WeeklyTracking.of(cycle, log, CUTOFF, 4, ReturnsPolicy.SALES);
    Outcome month = Outcome.of(log, CUTOFF, Horizon.ofDays(28), ReturnsPolicy.SALES);

    assertThat(tracking).extracting(WeeklyTracking::week).containsExactly(1, 2, 3, 4);
    assertThat(tracking.get(3).actual())
        .isEqualTo(Arrays.stream(month.purchaseDays()).sum());
    assertThat(tracking.get(3).forecast()).isCloseTo(4 * tracking.get(0).forecast(), within(1e-9));
  }

  @Test
  void run_impossibleDates_areRefused() {
    PurchaseLog log = log(purchases(50, 7));
    assertThatThrownBy(() -> all().run(log, LocalDate.of(2025, 12, 20), HORIZON))
        .hasMessageContaining("the log must reach that day");
    assertThatThrownBy(() -> all().run(log, LocalDate.of(2024, 1, 1), HORIZON))
        .hasMessageContaining("nobody bought until");
    assertThatThrownBy(() -> all().with("bg", BgNbd::fit)).hasMessageContaining("name is \"bg\"");
  }
}
