package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LogSpaceTest {

  @Property
  void fastForms_anyMagnitude_equalTheLibrarys(
      @ForAll @Scale(8) @DoubleRange(min = -300, max = 300) double exponent) {
    double v = Math.pow(10, exponent);
    double logarithm = Math.log1p(v);
    double probability = -Math.expm1(-v);

    assertThat(LogSpace.fastLog1p(v)).isCloseTo(logarithm, within(1e-15 * logarithm));
    assertThat(LogSpace.probabilityOfHazard(v)).isCloseTo(probability, within(1e-15 * probability));
  }

  @Property
  void fastForms_aroundOne_equalTheLibrarys(@ForAll @Scale(8) @DoubleRange(max = 4) double v) {
    assertThat(LogSpace.fastLog1p(v)).isCloseTo(Math.log1p(v), within(1e-15));
    assertThat(LogSpace.probabilityOfHazard(v)).isCloseTo(-Math.expm1(-v), within(1e-15));
  }

  @Test
  void softplusAndSigmoid_farOut_neitherOverflowNorRoundToZero() {
    assertThat(LogSpace.softplus(1e308)).isEqualTo(1e308);
    assertThat(LogSpace.softplus(-700)).isEqualTo(Math.exp(-700));
    assertThat(LogSpace.softplus(0)).isCloseTo(Math.log(2), within(1e-16));
    assertThat(LogSpace.sigmoid(-1e308)).isEqualTo(0);
    assertThat(LogSpace.sigmoid(1e308)).isEqualTo(1);
    assertThat(LogSpace.fastLog1p(0)).isEqualTo(0);
    assertThat(LogSpace.probabilityOfHazard(0)).isEqualTo(0);
  }
}
