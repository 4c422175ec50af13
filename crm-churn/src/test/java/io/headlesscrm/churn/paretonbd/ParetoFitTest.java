package io.headlesscrm.churn.paretonbd;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoFitTest {

  private static FitDiagnostics diagnostics(FitResult<?> result) {
    assertThat(result).isInstanceOf(FitResult.Fitted.class);
    return ((FitResult.Fitted<?>) result).diagnostics();
  }

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  /** oracle/cdnow_optima.json, own optimisation to 1e-8; standard errors there from differences, hence 1e-4 relative. */
  @Test
  void fit_cdnow_reachesTheOptimum() {
    FitResult<ParetoNbd> result = ParetoNbd.fit(SharedData.cdnow(TimeScale.WEEK, 1));
    JsonDocument optimum = SharedData.json("oracle/cdnow_optima.json")
        .object("results")
        .object("cdnow_exact_weeks")
        .object("pnbd");
    FitDiagnostics diagnostics = diagnostics(result);

    assertThat(diagnostics.logLikelihood())
        .isCloseTo(optimum.number("log_likelihood"), within(1e-6));
    result.orThrow().parameters().forEach((name, value) -> {
      assertThat(value).isCloseTo(optimum.object("params").number(name), within(1e-4));
      assertThat(Errors.relative(
              diagnostics.standardErrors().get(name), optimum.object("se").number(name)))
          .isLessThan(1e-4);
    });
    assertThat(diagnostics.gradientNorm()).isLessThan(1e-9);
    assertThat(diagnostics.verdicts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {7, 168})
  void fit_cdnowInOtherUnits_predictsTheSame(double perWeek) {
    PurchaseHistogram weeks = SharedData.cdnow(TimeScale.WEEK, 1);
    TimeScale unit = perWeek == 7 ? TimeScale.DAY : TimeScale.HOUR;
    ParetoNbd inWeeks = ParetoNbd.fit(weeks).orThrow();
    ParetoNbd other = ParetoNbd.fit(SharedData.cdnow(unit, perWeek)).orThrow();

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
    PurchaseHistogram many = Histories.simulated(4_000, 0.2, 0.1, 11);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      assertThat(ParetoNbd.fit(many, pool, threads)).isEqualTo(ParetoNbd.fit(many));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void fit_nobodyEverLeaves_saysSo() {
    FitResult<ParetoNbd> result = ParetoNbd.fit(Histories.simulated(3000, 0.2, 0, 5));
    assertThat(codes(result)).contains("DROPOUT_NOT_IDENTIFIED");
    assertThat(diagnostics(result).isConverged()).isTrue();
    assertThat(result.orThrow().aliveProbability(new PurchaseHistory(5, 20, 60)))
        .isGreaterThan(0.9);
  }

  @Test
  void fit_handfulOfCustomers_saysSoAndDoesNotFail() {
    PurchaseHistogram few = PurchaseHistogram.builder(TimeScale.WEEK)
        .add(1, 2, 30)
        .add(0, 0, 20)
        .add(3, 25, 30)
        .build();
    FitResult<ParetoNbd> result = ParetoNbd.fit(few);
    assertThat(codes(result)).contains("FEW_REPEAT_CUSTOMERS");
    assertThat(result.orThrow().activeProbability(new PurchaseHistory(1, 2, 30), 10))
        .isBetween(0.0, 1.0);
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
    assertThat(ParetoNbd.fit(weighted.build())).isEqualTo(ParetoNbd.fit(repeated.build()));
  }

  @Test
  void fit_noCustomers_isAValue() {
    assertThat(codes(ParetoNbd.fit(PurchaseHistogram.builder(TimeScale.WEEK).build())))
        .containsExactly("NO_CUSTOMERS");
  }
}
