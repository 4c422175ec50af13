package io.headlesscrm.churn.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Errors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class QuadratureTest {

  @Property(tries = 200)
  void gaussLegendre_power_isExactUpToItsDegree(
      @ForAll @IntRange(min = 1, max = 20) int n, @ForAll @IntRange(max = 39) int degree) {
    int power = Math.min(degree, 2 * n - 1);
    double found = GaussLegendre.of(n).integrate(0, 1, v -> Math.pow(v, power));
    assertThat(found).isCloseTo(1.0 / (power + 1), within(1e-15 * n));
  }

  /** Abramowitz &amp; Stegun (1964), table 25.4: two nodes at 1/sqrt(3), four with the weight .3478548451. */
  @Test
  void gaussLegendre_nodesAndWeights_areTabulated() {
    assertThat(2 * GaussLegendre.of(2).node(1) - 1).isCloseTo(0.5773502692, within(5e-11));
    assertThat(2 * GaussLegendre.of(4).weight(3)).isCloseTo(0.3478548451, within(5e-11));
  }

  @Property
  void powerIntegral_onePower_isTheClosedForm(
      @ForAll @Scale(6) @DoubleRange(min = 1e-4, max = 1e4) double c,
      @ForAll @Scale(6) @DoubleRange(max = 2000) double p,
      @ForAll @Scale(6) @DoubleRange(max = 1e5) double length) {
    double ln = Math.log1p(length / c);
    double exponent = (p - 1) * ln;
    double expected = c * ln * (exponent == 0 ? 1 : -Math.expm1(-exponent) / exponent);

    assertThat(Errors.relative(PowerIntegral.of(c, p, 1, 0, length), expected)).isLessThan(1e-12);
    assertThat(Errors.relative(PowerIntegral.of(2, 0, c, p, length), expected)).isLessThan(1e-12);
  }

  /** Two powers of the same distance are one. */
  @Property
  void powerIntegral_equalDistances_addTheirPowers(
      @ForAll @Scale(6) @DoubleRange(min = 1e-4, max = 1e4) double c,
      @ForAll @Scale(6) @DoubleRange(max = 300) double p,
      @ForAll @Scale(6) @DoubleRange(max = 300) double q,
      @ForAll @Scale(6) @DoubleRange(max = 1e5) double length) {
    assertThat(Errors.relative(
            PowerIntegral.of(c, p, c, q, length), PowerIntegral.of(c, p + q, 1, 0, length)))
        .isLessThan(1e-12);
  }

  /** The integral of e^(a u - e^u) over all u is Gamma(a); up to ln t for a = 1 it is 1 - e^-t. */
  @Property
  void logConcaveIntegral_gamma_isTheGammaFunction(
      @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 5000) double a,
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 30) double t) {
    double peak = a * Math.log(a) - a;
    double found = new GammaIntegrand(a, peak).upTo(12);

    assertThat(Math.log(found) + peak)
        .isCloseTo(GammaFunctions.lnGamma(a), within(1e-12 * (1 + Math.abs(peak))));
    assertThat(Errors.relative(new GammaIntegrand(1, 0).upTo(Math.log(t)), -Math.expm1(-t)))
        .isLessThan(1e-12);
  }

  private static final class GammaIntegrand extends LogConcaveIntegral {

    private final double a;
    private final double peak;

    private GammaIntegrand(double a, double peak) {
      this.a = a;
      this.peak = peak;
    }

    @Override
    protected double log(double u) {
      return a * u - Math.exp(u) - peak;
    }

    @Override
    protected double slope(double u) {
      return a - Math.exp(u);
    }

    @Override
    protected double curvature(double u) {
      return Math.exp(u);
    }
  }
}
