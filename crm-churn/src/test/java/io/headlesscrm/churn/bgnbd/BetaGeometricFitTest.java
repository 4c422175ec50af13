package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.SharedData;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BetaGeometricFitTest {

  private static FitDiagnostics diagnostics(FitResult<?> result) {
    assertThat(result).isInstanceOf(FitResult.Fitted.class);
    return ((FitResult.Fitted<?>) result).diagnostics();
  }

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  /** oracle/cdnow_optima.json, own optimisation to 1e-8; standard errors there from differences, hence 1e-4. */
  @Test
  void fit_cdnow_reachesTheOptima() {
    PurchaseHistogram weeks = SharedData.cdnow(TimeScale.WEEK, 1);
    JsonDocument optima =
        SharedData.json("oracle/cdnow_optima.json").object("results").object("cdnow_exact_weeks");
    assertThat(weeks.customers()).isEqualTo(optima.whole("n"));
    assertThat((long) weeks.uniqueTriples()).isEqualTo(optima.whole("unique_triples"));

    checkOptimum(BgNbd.fit(weeks), optima.object("bgnbd"));
    checkOptimum(MbgNbd.fit(weeks), optima.object("mbgnbd"));
  }

  private static void checkOptimum(
      FitResult<? extends BetaGeometricModel> result, JsonDocument optimum) {
    FitDiagnostics diagnostics = diagnostics(result);
    assertThat(diagnostics.logLikelihood())
        .isGreaterThan(optimum.number("log_likelihood") - 1e-4)
        .isLessThan(optimum.number("log_likelihood") + 1e-6);
    result.orThrow().parameters().forEach((name, value) -> {
      assertThat(value).isCloseTo(optimum.object("params").number(name), within(1e-4));
      assertThat(diagnostics.standardErrors().get(name))
          .isCloseTo(optimum.object("se").number(name), within(1e-4));
    });
    assertThat(diagnostics.gradientNorm()).isLessThan(1e-9);
    assertThat(diagnostics.verdicts()).isEmpty();
  }

  @Test
  void fit_cdnowInDaysAndHours_predictsTheSame() {
    PurchaseHistogram weeks = SharedData.cdnow(TimeScale.WEEK, 1);
    BgNbd bg = BgNbd.fit(weeks).orThrow();
    MbgNbd mbg = MbgNbd.fit(weeks).orThrow();
    for (double perWeek : new double[] {7, 168}) {
      TimeScale unit = perWeek == 7 ? TimeScale.DAY : TimeScale.HOUR;
      PurchaseHistogram other = SharedData.cdnow(unit, perWeek);
      checkSamePredictions(weeks, bg, BgNbd.fit(other).orThrow(), perWeek);
      checkSamePredictions(weeks, mbg, MbgNbd.fit(other).orThrow(), perWeek);
    }
  }

  private static void checkSamePredictions(
      PurchaseHistogram weeks,
      BetaGeometricModel inWeeks,
      BetaGeometricModel other,
      double perWeek) {
    for (int row = 0; row < weeks.uniqueTriples(); row++) {
      int x = weeks.repeatPurchases(row);
      PurchaseHistory week = new PurchaseHistory(x, weeks.recencyOfLast(row), weeks.age(row));
      PurchaseHistory same =
          new PurchaseHistory(x, weeks.recencyOfLast(row) * perWeek, weeks.age(row) * perWeek);
      checkSame(inWeeks.aliveProbability(week), other.aliveProbability(same));
      checkSame(inWeeks.activeProbability(week, 39), other.activeProbability(same, 39 * perWeek));
      checkSame(inWeeks.expectedPurchases(week, 39), other.expectedPurchases(same, 39 * perWeek));
      checkSame(
          inWeeks.discountedPurchases(week, 0.0027),
          other.discountedPurchases(same, 0.0027 / perWeek));
      checkSame(inWeeks.logLikelihood(week), other.logLikelihood(same) + x * Math.log(perWeek));
    }
  }

  private static void checkSame(double found, double expected) {
    assertThat(Errors.relative(found, expected)).isLessThan(1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void fit_severalThreads_givesTheSameBits(int threads) {
    PurchaseHistogram many = Histories.simulated(30_000, 0.2, 0.1, 11);
    assertThat(many.uniqueTriples()).isGreaterThan(20_000);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      FitResult<BgNbd> bg = BgNbd.fit(many, pool, threads);
      assertThat(bg).isEqualTo(BgNbd.fit(many));
      assertThat(bg).isInstanceOf(FitResult.Fitted.class);
      assertThat(MbgNbd.fit(many, pool, threads)).isEqualTo(MbgNbd.fit(many));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void fit_simulatedCustomers_findsTheirRateAndLeaving() {
    BgNbd model = BgNbd.fit(Histories.simulated(50_000, 0.2, 0.1, 3)).orThrow();
    double a = model.parameters().get("a");
    double b = model.parameters().get("b");
    double meanRate = model.parameters().get("r") / model.parameters().get("alpha");

    assertThat(a / (a + b)).isCloseTo(0.1, within(0.005));
    assertThat(meanRate).isCloseTo(0.2, within(0.01));
  }

  @Test
  void fit_nobodyEverLeaves_saysSo() {
    FitResult<BgNbd> result = BgNbd.fit(Histories.simulated(5000, 0.2, 0, 5));
    assertThat(codes(result)).contains("DROPOUT_NOT_IDENTIFIED");
    assertThat(diagnostics(result).isConverged()).isTrue();
    assertThat(result.orThrow().aliveProbability(new PurchaseHistory(5, 20, 60)))
        .isGreaterThan(0.95);
  }

  @Test
  void fit_everybodyLeavesAlike_isARidge() {
    FitResult<BgNbd> result = BgNbd.fit(Histories.simulated(5000, 0.2, 0.3, 2));
    assertThat(codes(result)).containsExactly("RIDGE");
    assertThat(result.verdicts().get(0).severity()).isEqualTo(Verdict.Severity.WARNING);
  }

  @Test
  void fit_windowOfTwoGaps_saysSo() {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.DAY);
    for (int i = 0; i < 200; i++) {
      builder.add(i % 4 == 0 ? 1 : 0, i % 4 == 0 ? 50 + i % 40 : 0, 100);
    }
    assertThat(codes(BgNbd.fit(builder.build()))).contains("WINDOW_TOO_SHORT");
  }

  @Test
  void fit_handfulOfCustomers_saysSoAndDoesNotFail() {
    PurchaseHistogram few = PurchaseHistogram.builder(TimeScale.WEEK)
        .add(1, 2, 30)
        .add(0, 0, 20)
        .add(3, 25, 30)
        .build();
    FitResult<MbgNbd> result = MbgNbd.fit(few);
    assertThat(codes(result)).contains("FEW_REPEAT_CUSTOMERS");
    assertThat(result.orThrow().activeProbability(new PurchaseHistory(1, 2, 30), 10))
        .isBetween(0.0, 1.0);
  }

  @Test
  void fit_noRepeatPurchase_isAValueWithAReason() {
    PurchaseHistogram once =
        PurchaseHistogram.builder(TimeScale.WEEK).add(0, 0, 30, 40).build();
    FitResult<BgNbd> result = BgNbd.fit(once);

    assertThat(codes(result)).containsExactly("NO_REPEAT_PURCHASES");
    assertThat(result.verdicts().get(0).reason().text(Locale.CHINESE)).contains("没有任何客户");
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no customer ever came back");
  }

  @Test
  void fit_weightedTriples_equalRepeatedCustomers() {
    PurchaseHistogram.Builder weighted = PurchaseHistogram.builder(TimeScale.WEEK);
    PurchaseHistogram.Builder repeated = PurchaseHistogram.builder(TimeScale.WEEK);
    for (int i = 0; i < 60; i++) {
      weighted.add(i % 5, i % 5 == 0 ? 0 : i % 23, 30, 4);
      for (int k = 0; k < 4; k++) {
        repeated.add(i % 5, i % 5 == 0 ? 0 : i % 23, 30);
      }
    }
    assertThat(BgNbd.fit(weighted.build())).isEqualTo(BgNbd.fit(repeated.build()));
  }
}
