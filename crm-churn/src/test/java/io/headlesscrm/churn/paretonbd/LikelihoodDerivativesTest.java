package io.headlesscrm.churn.paretonbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class LikelihoodDerivativesTest {

  private static final PurchaseHistogram SIMULATED = Histories.simulated(300, 0.1, 0.1, 7);

  /** Whole days, no silence, a silence of a moment, a heavy buyer: every branch of the integrals. */
  private static final PurchaseHistogram MIXED = PurchaseHistogram.builder(TimeScale.WEEK)
      .add(0, 0, 100, 30)
      .add(0, 0, 0, 2)
      .add(1, 100, 100)
      .add(1, 50, 50.000001)
      .add(2, 10, 60)
      .add(2, 11, 60)
      .add(2, 11, 61, 4)
      .add(2, 59, 60)
      .add(400, 3, 90)
      .build();

  private static final double STEP = 1e-5;

  private static Objective likelihood(PurchaseHistogram histogram) {
    return new ParetoLikelihood(
        histogram, 100, new PurchasingTerms(histogram, 100), BlockRunner.sequential());
  }

  @Property(tries = 100)
  void at_anyPoint_sumsTheKernel(
      @ForAll @Size(4) List<@Scale(8) @DoubleRange(min = -5, max = 5) Double> point,
      @ForAll boolean mixed) {
    PurchaseHistogram histogram = mixed ? MIXED : SIMULATED;
    ParetoKernel kernel = new ParetoKernel(
        Math.exp(point.get(0)),
        Math.exp(point.get(1)) * 100,
        Math.exp(point.get(2)),
        Math.exp(point.get(3)) * 100);
    double sum = 0;
    double purchases = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      double x = histogram.repeatPurchases(row);
      double one = kernel.logLikelihood(x, histogram.recencyOfLast(row), histogram.age(row));
      sum += histogram.count(row) * one;
      purchases += histogram.count(row) * x;
    }
    double mean = (sum + purchases * Math.log(100)) / histogram.customers();

    assertThat(likelihood(histogram).at(array(point)).value()).isCloseTo(-mean, within(1e-11));
  }

  @Property(tries = 100)
  void at_anyPoint_derivativesAreThoseOfTheValue(
      @ForAll @Size(4) List<@Scale(8) @DoubleRange(min = -3, max = 3) Double> point,
      @ForAll boolean mixed) {
    Objective likelihood = likelihood(mixed ? MIXED : SIMULATED);
    Evaluation here = likelihood.at(array(point));
    for (int i = 0; i < 4; i++) {
      Evaluation above = likelihood.at(moved(point, i, STEP));
      Evaluation below = likelihood.at(moved(point, i, -STEP));
      double slope = (above.value() - below.value()) / (2 * STEP);
      assertThat(here.gradient(i)).as("slope %s", i).isCloseTo(slope, within(1e-7));
      for (int j = 0; j < 4; j++) {
        double curve = (above.gradient(j) - below.gradient(j)) / (2 * STEP);
        assertThat(here.hessian(i, j)).as("curvature %s %s", i, j).isCloseTo(curve, within(1e-6));
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
