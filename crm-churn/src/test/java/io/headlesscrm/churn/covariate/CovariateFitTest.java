package io.headlesscrm.churn.covariate;

import static io.headlesscrm.churn.covariate.MadeUp.CONTRACT;
import static io.headlesscrm.churn.covariate.MadeUp.COVARIATES;
import static io.headlesscrm.churn.covariate.MadeUp.DISTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.FitResult.NotFitted;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.PredictionIntervals;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CovariateFitTest {

  private static final PurchaseHistory HISTORY = new PurchaseHistory(2, 20, 38);

  private static Fitted<CovariateModel> fitted(FitResult<CovariateModel> result) {
    assertThat(result).isInstanceOf(Fitted.class);
    return (Fitted<CovariateModel>) result;
  }

  private static List<String> codes(FitResult<?> result) {
    return result.verdicts().stream().map(Verdict::code).toList();
  }

  @ParameterizedTest
  @EnumSource
  void fit_madeUpCustomers_findsTheCoefficients(MadeUp kind) {
    Fitted<CovariateModel> fitted = fitted(kind.fit(kind.customers(6000, 1)));

    assertThat(codes(fitted)).isEmpty();
    assertThat(fitted.diagnostics().gradientNorm()).isLessThan(1e-9);
    for (CovariateEffect effect : fitted.model().effects()) {
      assertThat(effect.coefficient())
          .as("%s", effect)
          .isCloseTo(kind.truth(effect), within(3 * effect.standardError()));
    }
    LikelihoodRatioTest test = fitted.model().findTest().orElseThrow();
    assertThat(test.degreesOfFreedom()).isEqualTo(kind == MadeUp.PARETO ? 4 : 6);
    assertThat(test.pValue()).isLessThan(1e-12);
    assertThat(fitted.model().findEffect(CONTRACT, "alpha").orElseThrow().pValue())
        .isLessThan(1e-6);
  }

  /**
   * 40 made-up bases: true coefficients and a true prediction lie inside their 95 % intervals as often as these allow. By
   * the binomial distribution at least 33 of 40 in all but one case in ten thousand.
   */
  @ParameterizedTest
  @EnumSource
  void fit_madeUpBases_intervalsCoverTheTruth(MadeUp kind) {
    int[] covered = new int[7];
    for (int seed = 0; seed < 40; seed++) {
      Fitted<CovariateModel> fitted = fitted(kind.fit(kind.customers(600, 100 + seed)));
      List<CovariateEffect> effects = fitted.model().effects();
      for (int i = 0; i < effects.size(); i++) {
        double error = (effects.get(i).coefficient() - kind.truth(effects.get(i)))
            / effects.get(i).standardError();
        covered[i] += Math.abs(error) < PredictionIntervals.DEVIATIONS ? 1 : 0;
      }
      Interval alpha = PredictionIntervals.of(fitted)
          .ofPositive(model -> model.at(1, 0).parameters().get("alpha"));
      double truth = 8 * Math.exp(-0.6);
      covered[6] += alpha.low() <= truth && truth <= alpha.high() ? 1 : 0;
    }
    for (int i = 0; i < 7; i++) {
      if (kind != MadeUp.PARETO || i < 4 || i == 6) {
        assertThat(covered[i]).as("%s", i).isGreaterThanOrEqualTo(33);
      }
    }
  }

  /** The log-likelihood of the fit is that of each customer under the plain model with the customer's parameters. */
  @ParameterizedTest
  @EnumSource
  void fit_any_logLikelihoodIsTheSumOverCustomers(MadeUp kind) {
    CovariateHistogram histogram = kind.customers(500, 2);
    Fitted<CovariateModel> fitted = fitted(kind.fit(histogram));
    double sum = 0;
    for (int group = 0; group < histogram.groups(); group++) {
      PurchaseHistogram histories = histogram.histogram(group);
      for (int row = 0; row < histories.uniqueTriples(); row++) {
        sum += histories.count(row)
            * fitted
                .model()
                .at(histogram.value(group, 0), histogram.value(group, 1))
                .logLikelihood(histories.history(row));
      }
    }
    assertThat(fitted.diagnostics().logLikelihood()).isCloseTo(sum, within(1e-8));
  }

  /** Everybody once with and once without: the covariate says nothing, and the fit must be that without it. */
  @Test
  void fit_covariateThatSaysNothing_isTheModelWithout() {
    PurchaseHistogram plain = new Draws(3).betaGeometric(800, 0, 0.5, 8, 0.8, 2.5);
    CovariateHistogram.Builder builder =
        CovariateHistogram.builder(TimeScale.WEEK, List.of(CONTRACT));
    for (int row = 0; row < plain.uniqueTriples(); row++) {
      builder
          .add(plain.history(row), plain.count(row), 0)
          .add(plain.history(row), plain.count(row), 1);
    }
    CovariateHistogram both = builder.build();

    check(fitted(BgNbd.fit(both)).model(), (Fitted<?>) BgNbd.fit(both.toHistogram()));
    check(fitted(MbgNbd.fit(both)).model(), (Fitted<?>) MbgNbd.fit(both.toHistogram()));
    check(fitted(ParetoNbd.fit(both)).model(), (Fitted<?>) ParetoNbd.fit(both.toHistogram()));
  }

  private static void check(CovariateModel model, Fitted<?> plain) {
    for (CovariateEffect effect : model.effects()) {
      assertThat(effect.coefficient()).isCloseTo(0, within(1e-7));
    }
    ((PurchaseProcess) plain.model())
        .parameters()
        .forEach((name, value) ->
            assertThat(model.at(1).parameters().get(name)).isCloseTo(value, within(1e-7 * value)));
    assertThat(model.findTest().orElseThrow().gain()).isCloseTo(0, within(1e-8));
    assertThat(model.findTest().orElseThrow().pValue()).isCloseTo(1, within(1e-7));
  }

  @ParameterizedTest
  @EnumSource
  void fit_otherUnitAndOriginOfACovariate_predictsTheSame(MadeUp kind) {
    CovariateHistogram histogram = kind.customers(1500, 4);
    Fitted<CovariateModel> one = fitted(kind.fit(histogram));
    for (double factor : new double[] {1e-6, -7, 1e5}) {
      DoubleUnaryOperator other = distance -> 300 * factor + factor * distance;
      Fitted<CovariateModel> two = fitted(kind.fit(withDistance(histogram, other)));
      assertThat(two.diagnostics().logLikelihood())
          .isCloseTo(one.diagnostics().logLikelihood(), within(1e-7));
      for (double distance : new double[] {-2, 0, 1.5}) {
        double expected = one.model().at(1, distance).expectedPurchases(HISTORY, 39);
        assertThat(two.model().at(1, other.applyAsDouble(distance)).expectedPurchases(HISTORY, 39))
            .isCloseTo(expected, within(1e-7 * expected));
      }
      CovariateEffect effect = one.model().findEffect(DISTANCE, "alpha").orElseThrow();
      CovariateEffect rescaled = two.model().findEffect(DISTANCE, "alpha").orElseThrow();
      assertThat(rescaled.coefficient() * factor).isCloseTo(effect.coefficient(), within(1e-6));
      assertThat(rescaled.pValue()).isCloseTo(effect.pValue(), within(1e-6));
    }
  }

  private static CovariateHistogram withDistance(
      CovariateHistogram histogram, DoubleUnaryOperator other) {
    CovariateHistogram.Builder builder = CovariateHistogram.builder(TimeScale.WEEK, COVARIATES);
    for (int group = 0; group < histogram.groups(); group++) {
      PurchaseHistogram histories = histogram.histogram(group);
      for (int row = 0; row < histories.uniqueTriples(); row++) {
        builder.add(
            histories.history(row),
            histories.count(row),
            histogram.value(group, 0),
            other.applyAsDouble(histogram.value(group, 1)));
      }
    }
    return builder.build();
  }

  @Test
  void fit_severalTasks_givesTheSameBits() {
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      CovariateHistogram bg = MadeUp.BG.customers(5000, 5);
      assertThat(BgNbd.fit(bg, executor, 3)).isEqualTo(BgNbd.fit(bg));
      assertThat(MbgNbd.fit(bg, executor, 2)).isEqualTo(MbgNbd.fit(bg));
      assertThat(ParetoNbd.fit(bg, executor, 4)).isEqualTo(ParetoNbd.fit(bg));
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void fit_covariateOfOneValue_saysSo() {
    CovariateHistogram.Builder builder = CovariateHistogram.builder(TimeScale.WEEK, COVARIATES);
    for (int i = 0; i < 100; i++) {
      builder.add(new PurchaseHistory(1 + i % 3, 5, 20 + i % 7), 1, 1, i % 5);
    }
    FitResult<CovariateModel> result = BgNbd.fit(builder.build());

    assertThat(result).isInstanceOf(NotFitted.class);
    assertThat(codes(result)).containsExactly("COVARIATE_CONSTANT");
    assertThat(result.verdicts().get(0).reason().toString())
        .isEqualTo(
            "contract is the same for all customers, so nothing can be said about its effect; leave it out");
  }

  /** Numbers at the ends of what a column may hold are a covariate like any other. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-95, 1e95})
  void fit_extremeUnit_isTheSameFit(double unit) {
    CovariateHistogram histogram = MadeUp.BG.customers(300, 10);
    Fitted<CovariateModel> usual = fitted(BgNbd.fit(histogram));
    Fitted<CovariateModel> extreme =
        fitted(BgNbd.fit(withDistance(histogram, distance -> distance * unit)));

    assertThat(extreme.diagnostics().logLikelihood())
        .isCloseTo(usual.diagnostics().logLikelihood(), within(1e-7));
    assertThat(extreme.model().at(0, unit).parameters().get("alpha"))
        .isCloseTo(usual.model().at(0, 1).parameters().get("alpha"), within(1e-5));
  }

  /** All three values of a category and a column that has nothing to do with them. */
  @Test
  void fit_allValuesOfACategory_saysWhichFollowsFromWhich() {
    List<Measure> covariates = List.of(
        Measure.of("age", "years"),
        Measure.of("gold", ""),
        Measure.of("silver", ""),
        Measure.of("bronze", ""));
    CovariateHistogram.Builder builder = CovariateHistogram.builder(TimeScale.WEEK, covariates);
    Draws draws = new Draws(6);
    for (int i = 0; i < 300; i++) {
      builder.add(
          draws.betaGeometricHistory(30, 0, 0.8, 6, 0.8, 2.5),
          1,
          20 + 40 * draws.uniform(),
          i % 3 == 0 ? 1 : 0,
          i % 3 == 1 ? 1 : 0,
          i % 3 == 2 ? 1 : 0);
    }
    FitResult<CovariateModel> result = ParetoNbd.fit(builder.build());

    assertThat(codes(result)).containsExactly("COVARIATES_COLLINEAR");
    assertThat(result.verdicts().get(0).reason().toString())
        .startsWith("bronze follows from gold, silver, so their effects cannot be told apart");
  }

  /** Who has a contract never comes back: how much less often they buy has no lower end. */
  @Test
  void fit_covariateThatSeparates_saysThatItsEffectIsNotDetermined() {
    Draws draws = new Draws(7);
    CovariateHistogram.Builder builder =
        CovariateHistogram.builder(TimeScale.WEEK, List.of(CONTRACT));
    for (int i = 0; i < 1000; i++) {
      builder.add(draws.betaGeometricHistory(Draws.ageOf(i), 0, 0.8, 6, 0.8, 2.5), 1, 0);
      builder.add(new PurchaseHistory(0, 0, Draws.ageOf(i)), 1, 1);
    }
    FitResult<CovariateModel> result = BgNbd.fit(builder.build());

    assertThat(codes(result)).containsExactly("RIDGE");
    assertThat(result.verdicts().get(0).reason().toString())
        .contains(":contract")
        .contains("hardly determined");
    assertThat(result.orThrow().at(1).activeProbability(new PurchaseHistory(0, 0, 30), 30))
        .isLessThan(0.001);
  }

  @Test
  void fit_unknownValues_areLeftOutAndCounted() {
    CovariateHistogram known = MadeUp.MBG.customers(800, 8);
    CovariateHistogram.Builder builder = CovariateHistogram.builder(TimeScale.WEEK, COVARIATES);
    for (int group = 0; group < known.groups(); group++) {
      PurchaseHistogram histories = known.histogram(group);
      builder.add(
          histories.history(0), histories.count(0), known.value(group, 0), known.value(group, 1));
    }
    builder.add(new PurchaseHistory(30, 30, 30), 4, 1, Double.NaN);
    Fitted<CovariateModel> with = fitted(MbgNbd.fit(builder.build()));

    assertThat(with.model()).isEqualTo(fitted(MbgNbd.fit(known)).model());
    assertThat(with.diagnostics().customers()).isEqualTo(800);
    assertThat(with.verdicts().get(with.verdicts().size() - 1).toString())
        .isEqualTo(
            "WARNING COVARIATE_MISSING: 4 customers of whom a covariate is not known are left out of the fit");
  }

  @Test
  void fit_withoutCustomersOrRepeats_saysWhy() {
    CovariateHistogram.Builder builder =
        CovariateHistogram.builder(TimeScale.WEEK, List.of(CONTRACT));
    assertThat(codes(BgNbd.fit(builder.build()))).containsExactly("NO_CUSTOMERS");
    builder.add(new PurchaseHistory(0, 0, 3), 2, 0).add(new PurchaseHistory(0, 0, 4), 2, 1);
    assertThat(codes(ParetoNbd.fit(builder.build()))).containsExactly("NO_REPEAT_PURCHASES");
  }
}
