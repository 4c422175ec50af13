package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class BetaExpectationTest {

  @Property
  void of_polynomial_isItsMoment(
      @ForAll @Scale(8) @DoubleRange(min = -2, max = 4) double logA,
      @ForAll @Scale(8) @DoubleRange(min = -2, max = 4) double logB) {
    double a = Math.pow(10, logA);
    double b = Math.pow(10, logB);
    double n = a + b;
    double secondMoment = a * (a + 1) / (n * (n + 1));

    double found = BetaExpectation.of(a, b, 1, p -> 1 + p + p * p);

    assertThat(found).isCloseTo(1 + a / n + secondMoment, within(1e-12));
  }

  /** E[p^-1 (1 - (1 + c p)^-1)] = E[c / (1 + c p)]: with a = b = 1 the logarithm ln(1 + c). */
  @Property
  void of_functionWithAScale_isItsIntegral(
      @ForAll @Scale(8) @DoubleRange(min = -3, max = 8) double logC) {
    double c = Math.pow(10, logC);
    double found = BetaExpectation.of(1, 1, 1 / Math.max(1, c), p -> c / (1 + c * p));
    assertThat(found).isCloseTo(Math.log1p(c), within(1e-12 * Math.log1p(c)));
  }
}
