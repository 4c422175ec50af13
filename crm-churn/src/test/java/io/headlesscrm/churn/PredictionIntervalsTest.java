package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionIntervalsTest {

  private static final Map<String, Double> TRUTH =
      Map.of("r", 0.55, "alpha", 10.6, "s", 0.6, "beta", 11.7);

  private static Fitted<ParetoNbd> fitted(int customers, long seed) {
    return (Fitted<ParetoNbd>)
        ParetoNbd.fit(new Draws(seed).pareto(customers, 0.55, 10.6, 0.6, 11.7));
  }

  /** A parameter is a prediction too: its interval is the one of its standard error. */
  @Test
  void ofPositive_parameter_hasItsStandardError() {
    Fitted<ParetoNbd> fitted = fitted(2000, 1);
    PredictionIntervals<PurchaseProcess> intervals = PredictionIntervals.of(fitted);
    for (String name : TRUTH.keySet()) {
      double value = fitted.model().parameters().get(name);
      double error = fitted.diagnostics().standardErrors().get(name);
      Interval interval = intervals.ofPositive(model -> model.parameters().get(name));

      assertThat(interval.estimate()).isEqualTo(value);
      assertThat(Math.log(interval.high() / value))
          .isCloseTo(1.959963984540054 * error / value, within(1e-6));
      assertThat(interval.high() * interval.low()).isCloseTo(value * value, within(1e-9));
    }
  }

  @Test
  void ofProbability_anyCustomer_staysInRangeAndNarrowsWithMoreCustomers() {
    PurchaseHistory history = new PurchaseHistory(2, 30, 38);
    PredictionIntervals<PurchaseProcess> few = PredictionIntervals.of(fitted(500, 2));
    PredictionIntervals<PurchaseProcess> many = PredictionIntervals.of(fitted(20_000, 3));
    Interval wide = few.ofProbability(model -> model.activeProbability(history, 39));
    Interval narrow = many.ofProbability(model -> model.activeProbability(history, 39));

    assertThat(wide.low()).isPositive();
    assertThat(wide.high()).isLessThan(1);
    assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 3);
    assertThat(few.ofProbability(model -> 1)).isEqualTo(new Interval(1, 1, 1));
    assertThat(few.ofPositive(model -> 0)).isEqualTo(new Interval(0, 0, 0));
  }

  /**
   * 40 made-up bases: the true parameter and a true prediction lie inside their intervals as often as 95 % allow. By the
   * binomial distribution at least 33 of 40 in all but one case in ten thousand.
   */
  @Test
  void ofPositive_madeUpBases_coverTheTruth() {
    PurchaseHistory history = new PurchaseHistory(2, 30, 38);
    PurchaseProcess truth = ParetoNbd.of(TimeScale.WEEK, 1, 1, 1, 1).withParameters(TRUTH);
    int rates = 0;
    int purchases = 0;
    for (int seed = 0; seed < 40; seed++) {
      PredictionIntervals<PurchaseProcess> intervals = PredictionIntervals.of(fitted(1000, seed));
      Interval r = intervals.ofPositive(model -> model.parameters().get("r"));
      Interval expected = intervals.ofPositive(model -> model.expectedPurchases(history, 39));
      double purchasesOfTruth = truth.expectedPurchases(history, 39);
      rates += r.low() <= 0.55 && 0.55 <= r.high() ? 1 : 0;
      purchases +=
          expected.low() <= purchasesOfTruth && purchasesOfTruth <= expected.high() ? 1 : 0;
    }
    assertThat(rates).isGreaterThanOrEqualTo(33);
    assertThat(purchases).isGreaterThanOrEqualTo(33);
  }

  @Test
  void ofPositive_unknownCovariance_isAnything() {
    ParetoNbd model = ParetoNbd.of(TimeScale.WEEK, 0.5, 10, 0.6, 11);
    FitDiagnostics nothing =
        new FitDiagnostics(-1, 0, Map.of(), LogCovariance.unknown(), List.of(), 1, 1, 1);
    PredictionIntervals<PurchaseProcess> intervals =
        PredictionIntervals.of(new Fitted<>(model, nothing));

    assertThat(intervals.ofPositive(one -> 2))
        .isEqualTo(new Interval(2, 0, Double.POSITIVE_INFINITY));
    assertThat(intervals.ofProbability(one -> 0.5)).isEqualTo(new Interval(0.5, 0, 1));
  }

  @Test
  void logCovariance_otherShape_isRefused() {
    assertThatThrownBy(() -> LogCovariance.of(List.of("a", "b"), new double[][] {{1}}))
        .hasMessageContaining("it must have 2 rows and columns");
    assertThatThrownBy(() -> new Interval(1, 2, 3))
        .hasMessageContaining("it must hold the estimate");
  }
}
