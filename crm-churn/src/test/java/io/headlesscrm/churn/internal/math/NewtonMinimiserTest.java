package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import org.junit.jupiter.api.Test;

class NewtonMinimiserTest {

  private static final Box WIDE = Box.empty().withLogRange(1e-6, 1e6).withLogRange(1e-6, 1e6);

  /** (1 - u)^2 + 100 (v - u^2)^2, whose valley is bent and not convex everywhere. */
  private static Evaluation rosenbrock(double[] p) {
    double u = p[0];
    double v = p[1] - u * u;
    double[] gradient = {-2 * (1 - u) - 400 * u * v, 200 * v};
    double[][] hessian = {{2 - 400 * v + 800 * u * u, -400 * u}, {-400 * u, 200}};
    return new Evaluation((1 - u) * (1 - u) + 100 * v * v, gradient, hessian);
  }

  @Test
  void minimise_bentValley_endsOnTheGradient() {
    Minimum minimum =
        NewtonMinimiser.minimise(NewtonMinimiserTest::rosenbrock, WIDE, new double[] {-1.2, 1});

    assertThat(minimum.isConverged()).isTrue();
    assertThat(minimum.point(0)).isCloseTo(1, within(1e-12));
    assertThat(minimum.point(1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void minimise_undefinedBeyondTheOptimum_stepsBackInsteadOfAborting() {
    Objective logBarrier = p -> p[0] > 2
        ? new Evaluation(Double.NaN, new double[] {0}, new double[][] {{1}})
        : new Evaluation(
            Math.exp(-p[0]) + p[0] * 0.2,
            new double[] {-Math.exp(-p[0]) + 0.2},
            new double[][] {{Math.exp(-p[0])}});

    Minimum minimum = NewtonMinimiser.minimise(
        logBarrier, Box.empty().withLogRange(1e-3, 1e3), new double[] {-3});

    assertThat(minimum.isConverged()).isTrue();
    assertThat(minimum.point(0)).isCloseTo(Math.log(5), within(1e-10));
  }

  @Test
  void minimise_optimumOutsideTheBox_endsOnTheFace() {
    Objective falling = p -> new Evaluation(-p[0], new double[] {-1}, new double[][] {{0}});
    Box box = Box.empty().withLogRange(0.1, 10);

    Minimum minimum = NewtonMinimiser.minimise(falling, box, new double[] {0});

    assertThat(minimum.point(0)).isEqualTo(Math.log(10));
    assertThat(box.isAtBound(0, minimum.point(0))).isTrue();
    assertThat(minimum.isConverged()).isTrue();
  }

  /** A narrow valley along u = v that falls ever more slowly, out of a corner region of the box. */
  @Test
  void minimise_ridgeOutOfTheBox_isFollowedToTheFace() {
    Objective ridge = p -> {
      double across = p[0] - p[1] - 0.3;
      double fall = 1e-3 * Math.exp(-p[0]);
      return new Evaluation(
          1 + fall + 50 * across * across,
          new double[] {100 * across - fall, -100 * across},
          new double[][] {{100 + fall, -100}, {-100, 100}});
    };
    Box box = Box.empty().withLogRange(1e-3, 1e5).withLogRange(1e-3, 1e6);

    Minimum minimum = NewtonMinimiser.minimise(ridge, box, new double[] {-1, 2});

    assertThat(minimum.isConverged()).isTrue();
    assertThat(minimum.point(0)).isEqualTo(Math.log(1e5));
    assertThat(minimum.point(1)).isCloseTo(Math.log(1e5) - 0.3, within(1e-9));
  }

  @Test
  void minimise_undefinedStart_isNotConverged() {
    Objective nowhere =
        p -> new Evaluation(Double.NaN, new double[] {Double.NaN}, new double[][] {{1}});

    Minimum minimum =
        NewtonMinimiser.minimise(nowhere, Box.empty().withLogRange(0.1, 10), new double[] {0});

    assertThat(minimum.isConverged()).isFalse();
  }
}
