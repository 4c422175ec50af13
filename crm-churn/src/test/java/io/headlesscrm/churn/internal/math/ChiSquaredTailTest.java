package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquaredTailTest {

  /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, three decimals of the statistic. */
  @ParameterizedTest
  @CsvSource({
    "1, 3.841, 0.05", "2, 5.991, 0.05", "3, 7.815, 0.05", "4, 9.488, 0.05", "5, 11.070, 0.05",
    "10, 18.307, 0.05", "31, 44.985, 0.05", "1, 6.635, 0.01", "7, 18.475, 0.01", "60, 88.379, 0.01",
    "3, 0.352, 0.95", "8, 1.646, 0.99"
  })
  void of_table_givesItsLevel(int degrees, double statistic, double level) {
    assertThat(ChiSquaredTail.of(statistic + 0.0005, degrees)).isLessThan(level);
    assertThat(ChiSquaredTail.of(statistic - 0.0005, degrees)).isGreaterThan(level);
  }

  /** The tail of n + 2 degrees is that of n and the density's next term: here by integrating the density. */
  @Test
  void of_anyDegrees_isTheIntegralOfTheDensity() {
    for (int degrees = 1; degrees <= 12; degrees++) {
      double half = degrees / 2.0;
      double sum = 0;
      double step = 1e-3;
      for (double x = 3 + step / 2; x < 120; x += step) {
        sum += step
            * Math.exp((half - 1) * Math.log(x)
                - x / 2
                - half * Math.log(2)
                - GammaFunctions.lnGamma(half));
      }
      assertThat(ChiSquaredTail.of(3, degrees)).as("%s", degrees).isCloseTo(sum, within(1e-7));
    }
  }

  @Test
  void of_ends_areOneAndZero() {
    assertThat(ChiSquaredTail.of(0, 3)).isEqualTo(1);
    assertThat(ChiSquaredTail.of(1e5, 4)).isZero();
    assertThat(ChiSquaredTail.of(1e-12, 1)).isCloseTo(1, within(1e-6));
  }
}
