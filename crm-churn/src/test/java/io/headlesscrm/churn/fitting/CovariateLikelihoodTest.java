package io.headlesscrm.churn.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.bgnbd.BetaGeometricFamilies;
import io.headlesscrm.churn.covariate.MadeUp;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;
import io.headlesscrm.churn.paretonbd.ParetoFamilies;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class CovariateLikelihoodTest {

  private static final double STEP = 1e-5;
  private static final CovariateHistogram HISTOGRAM = MadeUp.BG.customers(60, 9);
  private static final List<ProcessFamily> FAMILIES =
      List.of(BetaGeometricFamilies.of(0), BetaGeometricFamilies.of(1), ParetoFamilies.pareto());

  private static Objective likelihood(ProcessFamily family) {
    int[] moved = family.moved().stream().mapToInt(family.parameters()::indexOf).toArray();
    return new CovariateLikelihood(
        HISTOGRAM,
        StandardColumns.of(HISTOGRAM),
        4,
        moved,
        group -> family.likelihood(group, 39),
        BlockRunner.sequential());
  }

  @Property(tries = 30)
  void at_anyPoint_derivativesAreThoseOfTheValue(
      @ForAll @IntRange(max = 2) int which,
      @ForAll @Size(10) List<@Scale(8) @DoubleRange(min = -1, max = 1) Double> anyPoint) {
    ProcessFamily family = FAMILIES.get(which);
    Objective likelihood = likelihood(family);
    double[] point = anyPoint.stream()
        .limit(4 + 2L * family.moved().size())
        .mapToDouble(Double::doubleValue)
        .toArray();
    Evaluation here = likelihood.at(point);
    for (int i = 0; i < point.length; i++) {
      Evaluation above = likelihood.at(moved(point, i, STEP));
      Evaluation below = likelihood.at(moved(point, i, -STEP));
      double slope = (above.value() - below.value()) / (2 * STEP);
      assertThat(here.gradient(i)).as("slope %s", i).isCloseTo(slope, within(1e-8));
      for (int j = 0; j < point.length; j++) {
        double curve = (above.gradient(j) - below.gradient(j)) / (2 * STEP);
        assertThat(here.hessian(i, j)).as("curvature %s %s", i, j).isCloseTo(curve, within(1e-7));
      }
    }
  }

  private static double[] moved(double[] point, int i, double step) {
    double[] moved = point.clone();
    moved[i] += step;
    return moved;
  }
}
