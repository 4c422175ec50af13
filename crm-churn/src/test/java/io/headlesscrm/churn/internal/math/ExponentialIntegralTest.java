package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ExponentialIntegralTest {

  /** Abramowitz &amp; Stegun (1964), table 5.1: E1(1) = .21938 3934; the further digits from DLMF 6.2. */
  @Test
  void scaled_orderOne_isTabulated() {
    assertThat(ExponentialIntegral.scaled(1, 1) / Math.E).isCloseTo(0.219383934, within(5e-10));
    assertThat(ExponentialIntegral.scaled(1, 0.5) * Math.exp(-0.5))
        .isCloseTo(0.559773595, within(5e-10));
  }

  @Property
  void scaled_anyOrder_satisfiesRecurrence(
      @ForAll @Scale(8) @DoubleRange(min = 0.01, max = 100) double s,
      @ForAll @Scale(8) @DoubleRange(min = 1e-4, max = 50) double y) {
    double next = ExponentialIntegral.scaled(s + 1, y);
    assertThat(s * next + y * ExponentialIntegral.scaled(s, y)).isCloseTo(1, within(2e-14));
  }

  /** The series below y = 1 and the fraction from there on, each half a unit in the last place off the border. */
  @Property
  void scaled_atTheBorderOfTheMethods_isContinuous(
      @ForAll @Scale(8) @DoubleRange(min = 0.01, max = 39) double s) {
    assertThat(ExponentialIntegral.scaled(s, Math.nextDown(1.0)))
        .isCloseTo(ExponentialIntegral.scaled(s, 1), within(1e-14));
  }

  @Test
  void scaled_orderNearOne_hasNoPole() {
    double atOne = ExponentialIntegral.scaled(1, 0.3);
    for (double step : new double[] {1e-15, 1e-12, 1e-9}) {
      assertThat(ExponentialIntegral.scaled(1 + step, 0.3))
          .isCloseTo(atOne, within(2 * step + 1e-15));
      assertThat(ExponentialIntegral.scaled(1 - step, 0.3))
          .isCloseTo(atOne, within(2 * step + 1e-15));
    }
  }
}
