package io.headlesscrm.churn.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.chart.RecencyFrequencyMatrix.Cell;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.BacktestReport;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.Judgement;
import io.headlesscrm.churn.evaluation.RetentionOffer;
import io.headlesscrm.churn.evaluation.RetentionOffer.Profit;
import io.headlesscrm.churn.evaluation.WeeklyTracking;
import io.headlesscrm.core.chart.Chart;
import io.headlesscrm.core.chart.schema.VegaLiteSchema;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChurnChartTest {

  private static final VegaLiteSchema SCHEMA = VegaLiteSchema.read();
  private static final LocalDate CUTOFF = LocalDate.of(2025, 9, 30);
  private static final Horizon HORIZON = Horizon.ofDays(60);
  private static final RetentionOffer OFFER = new RetentionOffer(100, 10, 1);

  private static PurchaseLog log() {
    Random random = new Random(3);
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int i = 0; i < 300; i++) {
      double mean = 5 + 60 * random.nextDouble();
      for (double day = random.nextInt(240);
          day < 365;
          day += 1 - mean * Math.log(1 - random.nextDouble())) {
        add(log, "K" + i, Bases.START.plusDays((long) day));
      }
    }
    return log.build();
  }

  private static void add(PurchaseLogBuilder log, String customer, LocalDate day) {
    log.add(CustomerId.of(customer), day, Money.of("10.00", "EUR"));
  }

  private static BacktestReport report() {
    return Backtest.of().with("cycle", PurchaseCycle::fit).run(log(), CUTOFF, HORIZON);
  }

  private static ChurnScores scores(CustomerBase base) {
    return PurchaseCycle.of(30).score(base, HORIZON);
  }

  /** Every chart of a back-test, and of next to nothing. */
  static List<Chart> charts() {
    PurchaseLog log = log();
    CustomerBase known = log.through(CUTOFF, ReturnsPolicy.SALES);
    BacktestReport report = report();
    Judgement judgement = report.judgements().get(0);
    List<WeeklyTracking> tracking =
        WeeklyTracking.of(PurchaseCycle.of(30), log, CUTOFF, 8, ReturnsPolicy.SALES);
    return List.of(
        TrackingPlot.of(known, tracking, 12),
        TrackingPlot.of(Bases.empty(), List.of(), 12),
        ReliabilityDiagram.of(judgement.findCalibration().orElseThrow()),
        ReliabilityDiagram.of(Calibration.of(new double[0], new boolean[0])),
        RecencyFrequencyMatrix.of(scores(known)),
        RecencyFrequencyMatrix.of(scores(Bases.empty())),
        GainCurve.of(report, 20),
        new GainCurve(List.of()),
        ProfitCurve.of(judgement, OFFER, 0.3, 50),
        new ProfitCurve(OFFER, 0.3, List.of(new Profit(0, 0))));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void toVegaLite_bothLanguages_validAgainstTheSchema(Chart chart) {
    String english = chart.toVegaLite(Locale.ENGLISH).toString();
    String chinese = chart.toVegaLite(Locale.SIMPLIFIED_CHINESE).toString();

    assertThat(SCHEMA.problems(english)).isEmpty();
    assertThat(SCHEMA.problems(chinese)).isEmpty();
    assertThat(JsonDocument.parse(chinese).text("title"))
        .isNotEqualTo(JsonDocument.parse(english).text("title"));
    assertThat(english + chinese)
        .doesNotContain("churn.chart")
        .doesNotContain("\"url\"")
        .doesNotContain("NaN");
  }

  @Test
  void tracking_twoCustomers_countedByHand() {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    add(log, "a", CUTOFF.minusDays(20));
    add(log, "a", CUTOFF.minusDays(7));
    add(log, "a", CUTOFF.minusDays(6));
    add(log, "a", CUTOFF);
    add(log, "b", CUTOFF.minusDays(1));
    add(log, "a", CUTOFF.plusDays(7));
    add(log, "b", CUTOFF.plusDays(8));
    add(log, "c", CUTOFF.plusDays(8));
    PurchaseLog bought = log.build();
    CustomerBase known = bought.through(CUTOFF, ReturnsPolicy.SALES);
    PurchaseCycle cycle = PurchaseCycle.of(10);
    TrackingPlot plot =
        TrackingPlot.of(known, WeeklyTracking.of(cycle, bought, CUTOFF, 2, ReturnsPolicy.SALES), 2);
    // a: (3 + 1) / (10 + 20) a day, b: (0 + 1) / (10 + 1)
    double aWeek = 7 * (4 / 30.0 + 1 / 11.0);

    assertThat(plot.cutoff()).isEqualTo(CUTOFF);
    assertThat(plot.weeks()).extracting(TrackingPlot.Week::number).containsExactly(-1, 0, 1, 2);
    assertThat(plot.weeks())
        .extracting(TrackingPlot.Week::start)
        .containsExactly(
            CUTOFF.minusDays(13), CUTOFF.minusDays(6), CUTOFF.plusDays(1), CUTOFF.plusDays(8));
    // c was not known at the cutoff, first purchases do not count
    assertThat(plot.weeks()).extracting(TrackingPlot.Week::actual).containsExactly(1L, 2L, 1L, 1L);
    assertThat(plot.weeks().get(1).expected()).isEmpty();
    assertThat(plot.weeks().get(2).expected().orElseThrow()).isCloseTo(aWeek, within(1e-12));
    assertThat(plot.weeks().get(3).expected().orElseThrow()).isCloseTo(aWeek, within(1e-12));
  }

  /** As many weeks before the cutoff as there is history, not more. */
  @Test
  void tracking_shortHistory_wholeWeeksOnly() {
    CustomerBase known = log().through(Bases.START.plusDays(20), ReturnsPolicy.SALES);
    TrackingPlot plot = TrackingPlot.of(known, List.of(new WeeklyTracking(1, 2.5, 3)), 12);

    assertThat(plot.weeks()).hasSize(4);
    assertThat(plot.weeks().get(3).expected()).isEqualTo(OptionalDouble.of(2.5));
  }

  @Test
  void matrix_everyCustomer_inOneCell() {
    CustomerBase base = log().asOf(Bases.AS_OF);
    ChurnScores scores = scores(base);
    List<Cell> cells = RecencyFrequencyMatrix.of(scores).cells();
    double active = 0;
    for (int row = 0; row < base.size(); row++) {
      active += 1 - scores.churnProbability(row);
    }

    assertThat(cells).hasSize(42);
    assertThat(cells.stream().mapToInt(Cell::customers).sum()).isEqualTo(base.size());
    assertThat(cells.stream()
            .filter(cell -> cell.customers() > 0)
            .mapToDouble(cell -> cell.customers() * cell.active())
            .sum())
        .isCloseTo(active, within(1e-9));
  }

  @Test
  void matrix_oneCustomer_inTheRangesOfItsHistory() {
    // five purchase days 30 apart from 1 January 2025, last on 1 May, as of 1 January 2026: 245
    // days of silence
    ChurnScores scores = scores(Bases.regular(5, 30));
    List<Cell> filled = RecencyFrequencyMatrix.of(scores).cells().stream()
        .filter(cell -> cell.customers() > 0)
        .toList();

    assertThat(filled).hasSize(1);
    assertThat(filled.get(0).purchaseDays()).hasToString("5-8");
    assertThat(filled.get(0).silenceDays()).hasToString("241+");
    assertThat(filled.get(0).active()).isEqualTo(1 - scores.churnProbability(0));
  }

  @Test
  void gain_curves_riseFromNothingToAll() {
    BacktestReport report = report();
    GainCurve gain = GainCurve.of(report, 10);

    assertThat(gain.curves())
        .extracting(GainCurve.Curve::name)
        .containsExactly("cycle", Backtest.RECENCY, Backtest.LAST_SHARE);
    assertThat(gain.curves()).allSatisfy(curve -> {
      assertThat(curve.points()).hasSize(11);
      assertThat(curve.points().get(0).gain()).isZero();
      assertThat(curve.points().get(10).gain()).isCloseTo(1, within(1e-12));
    });
    // who says the same of everybody finds as many as chance
    assertThat(gain.curves().get(2).points().get(3).gain()).isCloseTo(0.3, within(1e-12));
    assertThat(gain.curves().get(0).points().get(1).lift())
        .isCloseTo(report.judgements().get(0).topDecileLift(), within(1e-12));
    assertThatThrownBy(() -> GainCurve.of(report, 0)).hasMessageContaining("steps is 0");
  }

  @Test
  void profit_thinned_keepsEndsAndBest() {
    Judgement judgement = report().judgements().get(0);
    List<Profit> all = judgement.profitCurve(OFFER, 0.3);
    ProfitCurve thin = ProfitCurve.of(judgement, OFFER, 0.3, 10);
    double best = all.stream().mapToDouble(Profit::profit).max().orElseThrow();

    assertThat(thin.points()).hasSizeBetween(10, 13);
    assertThat(thin.points().get(0)).isEqualTo(new Profit(0, 0));
    assertThat(thin.points().get(thin.points().size() - 1)).isEqualTo(all.get(all.size() - 1));
    assertThat(thin.best().profit()).isEqualTo(best);
    assertThat(ProfitCurve.of(judgement, OFFER, 0.3, 10_000).points()).isEqualTo(all);
  }

  /** Everybody is asked: leavers cost the contact and win the value less the incentive, stayers cost both. */
  @Test
  void profit_allAsked_byHand() {
    BacktestReport report = report();
    double stayed = report.outcome().activeShare();
    List<Profit> curve = report.judgements().get(0).profitCurve(OFFER, 0.3);

    assertThat(curve.get(curve.size() - 1).profit())
        .isCloseTo((1 - stayed) * (0.3 * 90 - 1) - stayed * 11, within(1e-12));
  }

  @Test
  void profit_withoutGain_bestIsToAskNobody() {
    Judgement judgement = report().judgements().get(0);

    assertThat(ProfitCurve.of(judgement, OFFER, 0, 50).best().part()).isZero();
    assertThatThrownBy(() -> new ProfitCurve(OFFER, 0.3, List.of()))
        .hasMessageContaining("points is empty");
  }
}
