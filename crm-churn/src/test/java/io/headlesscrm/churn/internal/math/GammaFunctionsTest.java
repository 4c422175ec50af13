package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class GammaFunctionsTest {

  @Test
  void lnGamma_halfAndFactorials_areKnown() {
    assertThat(GammaFunctions.lnGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(4e-15));
    assertThat(GammaFunctions.lnGamma(1)).isCloseTo(0, within(4e-15));
    assertThat(GammaFunctions.lnGamma(11)).isCloseTo(Math.log(3_628_800), within(4e-15));
  }

  @Property
  void lnGammaRatio_wholeStep_isSumOfLogarithms(
      @ForAll @Scale(8) @DoubleRange(min = 1e-4, max = 1e6) double z,
      @ForAll @IntRange(max = 500) int steps) {
    double sum = 0;
    for (int j = 0; j < steps; j++) {
      sum += Math.log(z + j);
    }
    assertThat(GammaFunctions.lnGammaRatio(z, steps))
        .isCloseTo(sum, within(1e-13 * Math.max(1, Math.abs(sum))));
  }

  @Test
  void lnGammaRatio_tinyStep_keepsRelativeDigits() {
    double digammaAtOne = -0.5772156649015329;
    assertThat(GammaFunctions.lnGammaRatio(1, 1e-12) / 1e-12)
        .isCloseTo(digammaAtOne, within(1e-11));
  }

  @Property
  void lnBetaRatio_wholeStep_isSumOfLogarithms(
      @ForAll @Scale(8) @DoubleRange(min = 1e-3, max = 1e4) double a,
      @ForAll @Scale(8) @DoubleRange(min = 1e-3, max = 1e4) double b,
      @ForAll @IntRange(max = 2000) int steps) {
    double sum = 0;
    for (int j = 0; j < steps; j++) {
      // whichever of the two forms does not cancel
      sum += a < b + j ? Math.log1p(-a / (a + b + j)) : Math.log((b + j) / (a + b + j));
    }
    assertThat(GammaFunctions.lnBetaRatio(a, b, steps))
        .isCloseTo(sum, within(2e-12 * Math.max(1, Math.abs(sum))));
  }

  @Property
  void digammaAndTrigamma_wholeStep_areSumsOfPowers(
      @ForAll @Scale(8) @DoubleRange(min = 1e-3, max = 1e6) double z,
      @ForAll @IntRange(max = 500) int steps) {
    double inverses = 0;
    double squares = 0;
    for (int j = 0; j < steps; j++) {
      inverses += 1 / (z + j);
      squares += 1 / ((z + j) * (z + j));
    }
    assertThat(GammaFunctions.digammaDifference(z, steps))
        .isCloseTo(inverses, within(1e-13 * inverses));
    assertThat(GammaFunctions.trigammaDifference(z, steps))
        .isCloseTo(-squares, within(1e-13 * squares));
  }
}
