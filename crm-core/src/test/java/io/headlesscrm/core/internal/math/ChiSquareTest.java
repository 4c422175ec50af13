package io.headlesscrm.segmentation.internal;

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
}
