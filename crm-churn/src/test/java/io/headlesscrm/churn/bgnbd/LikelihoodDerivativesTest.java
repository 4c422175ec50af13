package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.fitting.StayingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class LikelihoodDerivativesTest {

  private static final PurchaseHistogram HISTOGRAM = Histories.simulated(500, 0.1, 0.1, 7);
  private static final double STEP = 1e-5;

  private static Objective likelihood(int m) {
    PurchasingTerms purchasing = new PurchasingTerms(HISTOGRAM, 100);
    return new BetaGeometricLikelihood(
        purchasing,
        new StayingTerms(purchasing, m),
        new DropoutTerms(HISTOGRAM, 100, m, BlockRunner.sequential()));
  }

  @Property(tries = 100)
  void at_anyPoint_sumsTheKernel(
      @ForAll @IntRange(max = 1) int m,
      @ForAll @Size(4) List<@Scale(8) @DoubleRange(min = -3, max = 3) Double> point) {
    BetaGeometricKernel kernel = new BetaGeometricKernel(
        Math.exp(point.get(0)),
        Math.exp(point.get(1)) * 100,
        Math.exp(point.get(2)),
        Math.exp(point.get(3)),
        m);
    double sum = 0;
    double purchases = 0;
    for (int row = 0; row < HISTOGRAM.uniqueTriples(); row++) {
      double x = HISTOGRAM.repeatPurchases(row);
      double one = kernel.logLikelihood(x, HISTOGRAM.recencyOfLast(row), HISTOGRAM.age(row));
      sum += HISTOGRAM.count(row) * one;
      purchases += HISTOGRAM.count(row) * x;
    }
    double mean = (sum + purchases * Math.log(100)) / HISTOGRAM.customers();

    assertThat(likelihood(m).at(array(point)).value()).isCloseTo(-mean, within(1e-11));
  }

  @Property(tries = 100)
  void at_anyPoint_derivativesAreThoseOfTheValue(
      @ForAll @IntRange(max = 1) int m,
      @ForAll @Size(4) List<@Scale(8) @DoubleRange(min = -3, max = 3) Double> point) {
    Objective likelihood = likelihood(m);
    Evaluation here = likelihood.at(array(point));
    for (int i = 0; i < 4; i++) {
      Evaluation above = likelihood.at(moved(point, i, STEP));
      Evaluation below = likelihood.at(moved(point, i, -STEP));
      double slope = (above.value() - below.value()) / (2 * STEP);
      assertThat(here.gradient(i)).as("slope %s", i).isCloseTo(slope, within(1e-8));
      for (int j = 0; j < 4; j++) {
        double curve = (above.gradient(j) - below.gradient(j)) / (2 * STEP);
        assertThat(here.hessian(i, j)).as("curvature %s %s", i, j).isCloseTo(curve, within(1e-7));
      }
    }
  }

  private static double[] array(List<Double> point) {
    return point.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] moved(List<Double> point, int i, double step) {
    double[] moved = array(point);
    moved[i] += step;
    return moved;
  }
}
