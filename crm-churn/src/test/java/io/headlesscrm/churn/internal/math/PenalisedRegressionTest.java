package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.internal.math.PenalisedRegression.Fit;
import io.headlesscrm.churn.internal.math.PenalisedRegression.Kind;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PenalisedRegressionTest {

  /** A table of two by two: the coefficient is the log odds ratio, its variance the sum of one over the cells. */
  @Test
  void fit_twoByTwoTable_isTheLogOddsRatio() {
    double[][] rows = {{1, 0}, {1, 0}, {1, 1}, {1, 1}};
    double[] outcome = {0, 1, 0, 1};
    double[] weight = {40, 10, 15, 25};
    Fit fit =
        PenalisedRegression.fit(Kind.LOGISTIC, rows, outcome, weight, new double[4], new double[2]);

    assertThat(fit.coefficient(0)).isCloseTo(Math.log(10 / 40.0), within(1e-9));
    assertThat(fit.coefficient(1)).isCloseTo(Math.log(25 * 40 / 15.0 / 10), within(1e-9));
    assertThat(fit.covariance(1, 1))
        .isCloseTo(1 / 40.0 + 1 / 10.0 + 1 / 15.0 + 1 / 25.0, within(1e-9));
  }

  /** A constant with offsets: the logarithm of all counts over all exposures. */
  @Test
  void fit_poissonConstant_isTheRatioToTheOffset() {
    double[][] rows = {{1}, {1}, {1}};
    double[] counts = {2, 0, 7};
    double[] offset = {Math.log(1.5), Math.log(0.5), Math.log(3)};
    double[] weight = {1, 2, 1};
    Fit fit = PenalisedRegression.fit(Kind.POISSON, rows, counts, weight, offset, new double[1]);

    assertThat(fit.coefficient(0)).isCloseTo(Math.log(9 / 5.5), within(1e-12));
    assertThat(fit.covariance(0, 0)).isCloseTo(1 / 9.0, within(1e-12));
  }

  /** At the optimum the slopes of the likelihood balance the pull of the penalties. */
  @Property(tries = 50)
  void fit_randomRows_balancesSlopesAndPenalties(
      @ForAll long seed,
      @ForAll Kind kind,
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 300) double ridge) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 60;
    double[][] rows = new double[n][4];
    double[] outcome = new double[n];
    double[] weight = new double[n];
    double[] offset = new double[n];
    double[] penalty = {0, ridge + 0.1, ridge + 0.1, 2};
    for (int i = 0; i < n; i++) {
      rows[i] = new double[] {1, random.nextGaussian(), random.nextGaussian(), random.nextInt(2)};
      outcome[i] = kind == Kind.LOGISTIC ? random.nextInt(2) : random.nextInt(6);
      weight[i] = 0.2 + random.nextDouble();
      offset[i] = random.nextDouble() - 0.5;
    }
    Fit fit = PenalisedRegression.fit(kind, rows, outcome, weight, offset, penalty);
    for (int j = 0; j < 4; j++) {
      double slope = -penalty[j] * fit.coefficient(j);
      for (int i = 0; i < n; i++) {
        double predictor = offset[i];
        for (int k = 0; k < 4; k++) {
          predictor += fit.coefficient(k) * rows[i][k];
        }
        double mean = kind == Kind.LOGISTIC ? 1 / (1 + Math.exp(-predictor)) : Math.exp(predictor);
        slope += weight[i] * (outcome[i] - mean) * rows[i][j];
      }
      assertThat(slope).isCloseTo(0, within(1e-7));
    }
  }

  @Property(tries = 100)
  void cholesky_randomMatrix_isInverted(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] matrix = new double[5][5];
    for (int k = 0; k < 9; k++) {
      double[] v = random.doubles(5, -1, 1).toArray();
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 5; j++) {
          matrix[i][j] += v[i] * v[j] + (i == j ? 0.1 : 0);
        }
      }
    }
    double[][] inverse = Cholesky.of(matrix).inverse();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        double sum = 0;
        for (int k = 0; k < 5; k++) {
          sum += matrix[i][k] * inverse[k][j];
        }
        assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-10));
      }
    }
  }
}
