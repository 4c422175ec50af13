package io.headlesscrm.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTest {

  /** Upper percentage points as every table prints them, to three decimals. */
  @ParameterizedTest
  @CsvSource({
    "3.841, 1, 0.05",
    "6.635, 1, 0.01",
    "5.991, 2, 0.05",
    "11.070, 5, 0.05",
    "18.307, 10, 0.05",
    "29.588, 10, 0.001",
    "43.773, 30, 0.05",
    "124.342, 100, 0.05",
    "77.929, 100, 0.95"
  })
  void upperTail_tabulatedPoints_theirProbability(double value, int degrees, double probability) {
    // half a unit of the last digit of the value, times the density there, is below this
    assertThat(ChiSquare.upperTail(value - 0.0005, degrees)).isGreaterThanOrEqualTo(probability);
    assertThat(ChiSquare.upperTail(value + 0.0005, degrees)).isLessThanOrEqualTo(probability);
  }

  /** With two degrees of freedom the tail is exp(-x / 2), with four exp(-x / 2) (1 + x / 2). */
  @ParameterizedTest
  @CsvSource({"0.001", "0.5", "2.0", "7.3", "40.0", "300.0"})
  void upperTail_evenDegrees_equalsTheClosedForm(double value) {
    double half = value / 2;

    assertThat(ChiSquare.upperTail(value, 2) / Math.exp(-half)).isCloseTo(1, within(1e-13));
    assertThat(ChiSquare.upperTail(value, 4) / (Math.exp(-half) * (1 + half)))
        .isCloseTo(1, within(1e-13));
  }

  @Test
  void upperTail_ends_oneAndZero() {
    assertThat(ChiSquare.upperTail(0, 3)).isEqualTo(1);
    assertThat(ChiSquare.upperTail(Double.POSITIVE_INFINITY, 3)).isZero();
    assertThat(ChiSquare.upperTail(1e5, 3)).isZero();
  }

  /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, three decimals of the statistic. */
  @ParameterizedTest
  @CsvSource({
    "1, 3.841, 0.05", "2, 5.991, 0.05", "3, 7.815, 0.05", "4, 9.488, 0.05", "5, 11.070, 0.05",
    "10, 18.307, 0.05", "31, 44.985, 0.05", "1, 6.635, 0.01", "7, 18.475, 0.01", "60, 88.379, 0.01",
    "3, 0.352, 0.95", "8, 1.646, 0.99"
  })
  void upperTail_tableOfNist_givesItsLevel(int degrees, double statistic, double level) {
    assertThat(ChiSquare.upperTail(statistic + 0.0005, degrees)).isLessThan(level);
    assertThat(ChiSquare.upperTail(statistic - 0.0005, degrees)).isGreaterThan(level);
  }

  /** The tail of n + 2 degrees is that of n and the density's next term: here by integrating the density. */
  @Test
  void upperTail_anyDegrees_isTheIntegralOfTheDensity() {
    for (int degrees = 1; degrees <= 12; degrees++) {
      double half = degrees / 2.0;
      double sum = 0;
      double step = 1e-3;
      for (double x = 3 + step / 2; x < 120; x += step) {
        sum += step
            * Math.exp(
                (half - 1) * Math.log(x) - x / 2 - half * Math.log(2) - logGammaOfHalf(degrees));
      }
      assertThat(ChiSquare.upperTail(3, degrees)).as("%s", degrees).isCloseTo(sum, within(1e-7));
    }
  }

  /** By (n - 1)! and by sqrt(pi) (2 n)! / (4^n n!). */
  private static double logGammaOfHalf(int degrees) {
    double sum = degrees % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
    for (double z = degrees % 2 == 0 ? 1 : 0.5; z < degrees / 2.0; z++) {
      sum += Math.log(z);
    }
    return sum;
  }

  @Test
  void upperTail_tinyAndLarge_areNextToOneAndZero() {
    assertThat(ChiSquare.upperTail(0, 3)).isEqualTo(1);
    assertThat(ChiSquare.upperTail(1e5, 4)).isZero();
    assertThat(ChiSquare.upperTail(1e-12, 1)).isCloseTo(1, within(1e-6));
  }
}
