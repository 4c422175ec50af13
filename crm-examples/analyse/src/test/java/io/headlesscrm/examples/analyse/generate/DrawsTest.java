package io.headlesscrm.examples.analyse.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Means and variances of 200,000 draws; the tolerances are over five standard errors wide. */
class DrawsTest {
  private static final int DRAWS = 200_000;

  private final Draws draws = Draws.of(11, 0);

  @Test
  void gaussian_manyDraws_haveMeanZeroAndVarianceOne() {
    assertMoments(draws::gaussian, 0, 1);
  }

  @Test
  void exponential_manyDraws_haveMeanAndVarianceOne() {
    assertMoments(draws::exponential, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.8, 1, 1.3, 7})
  void gamma_manyDraws_haveMeanAndVarianceOfTheShape(double shape) {
    assertMoments(() -> draws.gamma(shape), shape, shape);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.3", "1000, 0.002", "2000000000, 1e-9", "500, 0.5", "2000000000, 1e-6"})
  void binomial_manyDraws_haveTheirMeanAndVariance(int trials, double probability) {
    double mean = trials * probability;
    assertMoments(() -> draws.binomial(trials, probability), mean, mean * (1 - probability));
  }

  @Test
  void binomial_certainAndImpossible_areExact() {
    assertThat(draws.binomial(17, 1)).isEqualTo(17);
    assertThat(draws.binomial(17, 0)).isZero();
    assertThat(draws.binomial(0, 0.5)).isZero();
  }

  @Test
  void of_sameStream_repeatsAndOthersDiffer() {
    assertThat(Draws.of(1, 2).uniform()).isEqualTo(Draws.of(1, 2).uniform());
    assertThat(Draws.of(1, 2).uniform()).isNotEqualTo(Draws.of(1, 3).uniform());
    assertThat(Draws.of(1, 2).uniform()).isNotEqualTo(Draws.of(2, 1).uniform());
  }

  private static void assertMoments(DoubleSupplier draw, double mean, double variance) {
    double[] values = new double[DRAWS];
    Arrays.setAll(values, i -> draw.getAsDouble());
    double found = Arrays.stream(values).average().orElseThrow();
    double spread =
        Arrays.stream(values).map(v -> (v - found) * (v - found)).average().orElseThrow();

    assertThat(found).isCloseTo(mean, within(6 * Math.sqrt(variance / DRAWS)));
    assertThat(spread / variance).isCloseTo(1, within(0.06));
  }
}
