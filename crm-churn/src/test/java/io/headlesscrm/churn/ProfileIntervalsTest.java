package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.ProfileIntervals;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.time.TimeScale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProfileIntervalsTest {

  private static final PurchaseHistory CUSTOMER = new PurchaseHistory(3, 40, 60);

  private static Map<String, Interval> intervals(
      PurchaseProcess model, PurchaseHistogram histogram) {
    return ((ProfileIntervals) model).profileIntervals(histogram);
  }

  private static double logLikelihood(PurchaseProcess model, PurchaseHistogram histogram) {
    double sum = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      PurchaseHistory history = new PurchaseHistory(
          histogram.repeatPurchases(row), histogram.recencyOfLast(row), histogram.age(row));
      sum += histogram.count(row) * model.logLikelihood(history);
    }
    return sum;
  }

  /** At both ends the best that the other three parameters can do, found without a slope, is 1.92 below the optimum. */
  @Test
  void profileIntervals_everyEnd_isWhereTheLikelihoodHasFallen() {
    PurchaseHistogram bought = new Draws(4).betaGeometric(150, 1, 0.525, 6.183, 0.891, 1.614);
    PurchaseHistogram left = new Draws(4).pareto(150, 0.55, 10.6, 0.6, 11.7);
    checkEnds(MbgNbd.fit(bought).orThrow(), bought, List.of("r", "b"));
    checkEnds(BgNbd.fit(bought).orThrow(), bought, List.of("alpha", "a"));
    checkEnds(ParetoNbd.fit(left).orThrow(), left, List.of("s"));
  }

  private static void checkEnds(
      PurchaseProcess model, PurchaseHistogram histogram, List<String> names) {
    double best = logLikelihood(model, histogram);
    for (String name : names) {
      Interval interval = intervals(model, histogram).get(name);
      assertThat(interval.estimate()).isCloseTo(model.parameters().get(name), within(1e-6));
      for (double end : new double[] {interval.low(), interval.high()}) {
        if (end > 0 && end < Double.POSITIVE_INFINITY) {
          double profile = NelderMead.maximum(
              3,
              shift -> logLikelihood(
                  model.withParameters(moved(model.parameters(), name, end, shift)), histogram));
          assertThat(2 * (best - profile))
              .as("%s %s %s", model, name, end)
              .isCloseTo(1.959963984540054 * 1.959963984540054, within(1e-5));
        }
      }
    }
  }

  private static Map<String, Double> moved(
      Map<String, Double> parameters, String fixed, double value, double[] shift) {
    Map<String, Double> moved = new LinkedHashMap<>(parameters);
    int i = 0;
    for (String name : parameters.keySet()) {
      moved.put(name, name.equals(fixed) ? value : parameters.get(name) * Math.exp(shift[i++]));
    }
    return moved;
  }

  /** With many customers the likelihood is a parabola, and both kinds of interval are one. */
  @Test
  void profileIntervals_manyCustomers_areThoseOfTheStandardErrors() {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.WEEK);
    PurchaseHistogram few = new Draws(1).pareto(2_000, 0.55, 10.6, 0.6, 11.7);
    for (int row = 0; row < few.uniqueTriples(); row++) {
      builder.add(
          few.repeatPurchases(row), few.recencyOfLast(row), few.age(row), 100_000 * few.count(row));
    }
    PurchaseHistogram many = builder.build();
    Fitted<ParetoNbd> fitted = (Fitted<ParetoNbd>) ParetoNbd.fit(many);
    Map<String, Interval> profile = fitted.model().profileIntervals(many);
    PredictionIntervals<PurchaseProcess> wald = PredictionIntervals.of(fitted);
    for (String name : List.of("r", "alpha", "s", "beta")) {
      Interval expected = wald.ofPositive(model -> model.parameters().get(name));
      double width = expected.high() - expected.low();
      assertThat(profile.get(name).low()).isCloseTo(expected.low(), within(0.01 * width));
      assertThat(profile.get(name).high()).isCloseTo(expected.high(), within(0.01 * width));
    }
  }

  @Test
  void profileIntervals_otherUnit_differByTheUnitAlone() {
    Map<String, Interval> weeks = inUnit(TimeScale.WEEK, 1);
    Map<String, Interval> days = inUnit(TimeScale.DAY, 7);
    for (String name : weeks.keySet()) {
      double factor = name.equals("alpha") ? 7 : 1;
      assertThat(days.get(name).low()).isCloseTo(factor * weeks.get(name).low(), within(1e-6));
      assertThat(days.get(name).high()).isCloseTo(factor * weeks.get(name).high(), within(1e-6));
    }
  }

  private static Map<String, Interval> inUnit(TimeScale unit, double unitsPerWeek) {
    PurchaseHistogram weeks = new Draws(9).betaGeometric(1_000, 1, 0.525, 6.183, 0.891, 1.614);
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(unit);
    for (int row = 0; row < weeks.uniqueTriples(); row++) {
      builder.add(
          weeks.repeatPurchases(row),
          weeks.recencyOfLast(row) * unitsPerWeek,
          weeks.age(row) * unitsPerWeek,
          weeks.count(row));
    }
    PurchaseHistogram histogram = builder.build();
    return MbgNbd.fit(histogram).orThrow().profileIntervals(histogram);
  }

  /** 40 made-up bases: by the binomial distribution at least 33 inside in all but one case in ten thousand. */
  @Test
  void profileIntervals_madeUpBases_coverTheTruth() {
    Map<String, Double> truth = Map.of("r", 0.525, "alpha", 6.183, "a", 0.891, "b", 1.614);
    Map<String, Integer> inside = new LinkedHashMap<>();
    for (int seed = 0; seed < 40; seed++) {
      PurchaseHistogram histogram =
          new Draws(seed).betaGeometric(1_000, 1, 0.525, 6.183, 0.891, 1.614);
      MbgNbd.fit(histogram).orThrow().profileIntervals(histogram).forEach((name, interval) -> {
        boolean holds = interval.low() <= truth.get(name) && truth.get(name) <= interval.high();
        inside.merge(name, holds ? 1 : 0, Integer::sum);
      });
    }
    assertThat(inside).hasSize(4);
    assertThat(inside.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(33));
  }

  /** Nobody leaves: no value is too small for how many do, and predictions are known all the same. */
  @Test
  void intervals_parameterAtItsLimit_restOnTheOthers() {
    PurchaseHistogram stayers = Histories.simulated(1_000, 0.2, 0, 5);
    int atLimit = 0;
    for (FitResult<? extends PurchaseProcess> result :
        List.<FitResult<? extends PurchaseProcess>>of(
            BgNbd.fit(stayers), MbgNbd.fit(stayers), ParetoNbd.fit(stayers))) {
      Fitted<? extends PurchaseProcess> fitted = (Fitted<? extends PurchaseProcess>) result;
      PurchaseProcess model = fitted.model();
      boolean isAtLimit = fitted.verdicts().stream().anyMatch(one -> one.code().equals("BOUNDARY"));
      atLimit += isAtLimit ? 1 : 0;
      Interval purchases = PredictionIntervals.<PurchaseProcess>of(fitted)
          .ofPositive(one -> one.expectedPurchases(CUSTOMER, 20));
      Map<String, Interval> profile = intervals(model, stayers);

      assertThat(fitted.diagnostics().standardErrors().size())
          .isLessThanOrEqualTo(isAtLimit ? 3 : 4);
      assertThat(fitted.diagnostics().covariance().names())
          .containsExactlyElementsOf(fitted.diagnostics().standardErrors().keySet());
      assertThat(purchases.low()).isGreaterThan(0.9 * purchases.estimate());
      assertThat(purchases.high()).isLessThan(1.1 * purchases.estimate());
      assertThat(profile.get(model instanceof ParetoNbd ? "s" : "a").low()).isZero();
      assertThat(profile.get(model instanceof ParetoNbd ? "beta" : "b").high())
          .isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(profile.get("r").high()).isLessThan(1.2 * model.parameters().get("r"));
    }
    assertThat(atLimit).isPositive();
  }

  @Test
  void profileIntervals_histogramOfAnotherModel_isRefused() {
    MbgNbd model = MbgNbd.of(TimeScale.WEEK, 0.525, 6.183, 0.891, 1.614);
    PurchaseHistogram days =
        PurchaseHistogram.builder(TimeScale.DAY).add(1, 2, 3).build();
    PurchaseHistogram nobody = PurchaseHistogram.builder(TimeScale.WEEK).build();
    assertThatThrownBy(() -> model.profileIntervals(days))
        .hasMessageContaining("the unit of the histogram is DAY, it must be WEEK");
    assertThatThrownBy(() -> model.profileIntervals(nobody)).hasMessageContaining("Maybe");
  }

  /** A search without derivatives; Nelder &amp; Mead (1965), doi:10.1093/comjnl/7.4.308. */
  private static final class NelderMead {

    private static double maximum(int n, ToDoubleFunction<double[]> function) {
      double best = Double.NEGATIVE_INFINITY;
      double[] start = new double[n];
      for (int restart = 0; restart < 3; restart++) {
        start = climb(start, function);
        best = Math.max(best, function.applyAsDouble(start));
      }
      return best;
    }

    private static double[] climb(double[] start, ToDoubleFunction<double[]> function) {
      int n = start.length;
      double[][] simplex = new double[n + 1][];
      double[] values = new double[n + 1];
      for (int i = 0; i <= n; i++) {
        simplex[i] = start.clone();
        if (i < n) {
          simplex[i][i] += 0.1;
        }
        values[i] = function.applyAsDouble(simplex[i]);
      }
      for (int step = 0; step < 150; step++) {
        int worst = extreme(values, -1);
        int top = extreme(values, 1);
        double[] reflected = along(simplex, worst, -1);
        double value = function.applyAsDouble(reflected);
        if (value > values[top]) {
          double[] further = along(simplex, worst, -2);
          double furtherValue = function.applyAsDouble(further);
          reflected = furtherValue > value ? further : reflected;
          value = Math.max(value, furtherValue);
        } else if (value <= values[worst]) {
          reflected = along(simplex, worst, 0.5);
          value = function.applyAsDouble(reflected);
        }
        if (value > values[worst]) {
          simplex[worst] = reflected;
          values[worst] = value;
        } else {
          shrink(simplex, values, top, function);
        }
      }
      return simplex[extreme(values, 1)];
    }

    private static int extreme(double[] values, int sign) {
      int extreme = 0;
      for (int i = 1; i < values.length; i++) {
        extreme = sign * values[i] > sign * values[extreme] ? i : extreme;
      }
      return extreme;
    }

    private static double[] along(double[][] simplex, int worst, double factor) {
      double[] point = new double[simplex.length - 1];
      Arrays.setAll(point, j -> {
        double middle = -simplex[worst][j];
        for (double[] corner : simplex) {
          middle += corner[j];
        }
        middle /= point.length;
        return middle + factor * (simplex[worst][j] - middle);
      });
      return point;
    }

    private static void shrink(
        double[][] simplex, double[] values, int top, ToDoubleFunction<double[]> function) {
      for (int i = 0; i < simplex.length; i++) {
        for (int j = 0; i != top && j < simplex[i].length; j++) {
          simplex[i][j] = (simplex[i][j] + simplex[top][j]) / 2;
        }
        values[i] = i == top ? values[i] : function.applyAsDouble(simplex[i]);
      }
    }
  }
}
