package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.covariate.CovariateModel;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With one covariate of two values alpha, a and b are free in both groups and only r is shared. So the second route fits
 * the plain model to each group, with r held, and looks for the r at which both together are most likely.
 */
class SharedShapeTest {

  private static final double SCALE = 39;
  private static final double[] START = {0, -1.5, 0, 1};

  private final PurchaseHistogram[] groups = {
    new Draws(11).betaGeometric(1500, 0, 0.7, 8, 0.8, 2.5),
    new Draws(12).betaGeometric(1000, 0, 0.9, 4, 0.5, 3)
  };

  private static Minimum minimum(PurchaseHistogram group, int m, double r) {
    Box box = Box.empty()
        .withLogRange(r, r)
        .withLogRange(1e-6, 1e6)
        .withLogRange(1e-6, 1e6)
        .withLogRange(1e-6, 1e6);
    return NewtonMinimiser.minimise(
        new BetaGeometricFamily(m).likelihood(group, SCALE), box, START);
  }

  private double loss(int m, double r) {
    return 1500 * minimum(groups[0], m, r).evaluation().value()
        + 1000 * minimum(groups[1], m, r).evaluation().value();
  }

  /** Golden section in ln r, to about the root of the rounding. */
  private double sharedShape(int m) {
    double low = Math.log(0.3);
    double high = Math.log(2);
    double part = (Math.sqrt(5) - 1) / 2;
    while (high - low > 1e-7) {
      double left = high - part * (high - low);
      double right = low + part * (high - low);
      if (loss(m, Math.exp(left)) < loss(m, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void fit_oneCovariateOfTwoValues_isTwoFitsThatShareTheShape(int m) {
    CovariateHistogram.Builder builder =
        CovariateHistogram.builder(TimeScale.WEEK, List.of(Measure.of("contract", "")));
    double purchases = 0;
    for (int group = 0; group < 2; group++) {
      PurchaseHistogram histories = groups[group];
      for (int row = 0; row < histories.uniqueTriples(); row++) {
        builder.add(histories.history(row), histories.count(row), group);
        purchases += histories.count(row) * histories.repeatPurchases(row);
      }
    }
    CovariateHistogram both = builder.build();
    Fitted<CovariateModel> fitted =
        (Fitted<CovariateModel>) (m == 0 ? BgNbd.fit(both) : MbgNbd.fit(both));
    double r = sharedShape(m);

    assertThat(fitted.diagnostics().logLikelihood())
        .isCloseTo(-loss(m, r) - purchases * Math.log(SCALE), within(1e-7));
    assertThat(fitted.model().average().parameters().get("r")).isCloseTo(r, within(1e-5 * r));
    for (int group = 0; group < 2; group++) {
      Minimum alone = minimum(groups[group], m, r);
      var parameters = fitted.model().at(group).parameters();
      assertThat(Math.log(parameters.get("alpha") / SCALE)).isCloseTo(alone.point(1), within(1e-4));
      assertThat(Math.log(parameters.get("a"))).isCloseTo(alone.point(2), within(1e-4));
      assertThat(Math.log(parameters.get("b"))).isCloseTo(alone.point(3), within(1e-4));
    }
  }
}
