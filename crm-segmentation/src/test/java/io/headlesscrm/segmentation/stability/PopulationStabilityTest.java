package io.headlesscrm.segmentation.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  @Test
  void of_twoSegments_theFormulaByHand() {
    PopulationStability stability = PopulationStability.of(new int[] {50, 50}, new int[] {80, 20});

    assertThat(stability.psi()).isCloseTo(0.3 * Math.log(1.6) - 0.3 * Math.log(0.4), within(1e-15));
    assertThat(stability.degreesOfFreedom()).isEqualTo(1);
  }

  @Test
  void of_emptyOnOneSide_halfACustomerIsAddedAndSaid() {
    PopulationStability stability =
        PopulationStability.of(new int[] {3, 0, 0}, new int[] {1, 2, 0});
    double p = 3.5 / 4;
    double q = 1.5 / 4;

    assertThat(stability.smoothing()).isEqualTo(0.5);
    assertThat(stability.psi())
        .isCloseTo(
            (q - p) * Math.log(q / p) + (p - q) * Math.log((1 - q) / (1 - p)), within(1e-15));
    assertThat(PopulationStability.of(new int[] {3, 0}, new int[] {1, 2}, 0).psi())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(PopulationStability.of(new int[] {3, 0}, new int[] {1, 2}, 0).pValue())
        .isZero();
  }

  @Test
  void of_nobodyOrOneSegment_noPValue() {
    assertThat(PopulationStability.of(new int[] {0, 0}, new int[] {1, 2}).psi()).isNaN();
    assertThat(PopulationStability.of(new int[] {5}, new int[] {7}).psi()).isZero();
    assertThat(PopulationStability.of(new int[] {5}, new int[] {7}).pValue()).isNaN();
    assertThatThrownBy(() -> PopulationStability.of(new int[] {5}, new int[] {7, 1}))
        .hasMessageContaining("1 sizes before and 2 after");
  }

  /** Samples of one distribution: about one in twenty is below 0.05. */
  @Test
  void pValue_twoSamplesOfOneDistribution_fiveInAHundredBelowFivePercent() {
    Random random = new Random(8);
    int below = 0;
    for (int i = 0; i < 2_000; i++) {
      below +=
          PopulationStability.of(sample(random, 900), sample(random, 600)).pValue() < 0.05 ? 1 : 0;
    }

    // 100 expected, standard deviation 9.7: four of them
    assertThat(below).isBetween(61, 139);
  }

  private static int[] sample(Random random, int size) {
    int[] counts = new int[6];
    for (int i = 0; i < size; i++) {
      counts[Math.min(random.nextInt(6), random.nextInt(6))]++;
    }
    return counts;
  }
}
