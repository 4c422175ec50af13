package io.headlesscrm.churn.paretonbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.ExtremePoints;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.history.PurchaseHistory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class ParetoKernelTest {

  private static final ParetoKernel CDNOW = new ParetoKernel(0.5534, 10.5802, 0.6061, 11.6562);

  @Provide
  Arbitrary<ParetoKernel> kernels() {
    Arbitrary<Double> positive = Histories.parameter();
    return Combinators.combine(positive, positive, positive, positive).as(ParetoKernel::new);
  }

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Histories.any();
  }

  @Test
  void predictions_extremePoints_areNumbersInTheirRange() {
    ExtremePoints.check(ParetoKernel::new);
  }

  /** A second route: the textbook's hypergeometric functions, in the sum form that does not cancel. */
  @Property
  void logLikelihood_anyPoint_isTheHypergeometricForm(
      @ForAll("kernels") ParetoKernel kernel,
      @ForAll @IntRange(max = 300) int x,
      @ForAll @Scale(6) @DoubleRange(max = 1000) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share) {
    double tx = x == 0 ? 0 : share * age;
    double expected = HypergeometricForm.logLikelihood(kernel, x, tx, age);

    assertThat(kernel.logLikelihood(x, tx, age))
        .isCloseTo(expected, within(1e-11 * (10 + x + kernel.r() + kernel.s())));
  }

  /** A second route: no purchase until T + h means L(T + h) / L(T). */
  @Property
  void activeProbability_anyPoint_followsFromTheLikelihood(
      @ForAll("kernels") ParetoKernel kernel,
      @ForAll("histories") PurchaseHistory h,
      @ForAll @Scale(8) @DoubleRange(min = 1e-3, max = 1e4) double horizon) {
    int x = h.repeatPurchases();
    double tx = h.recencyOfLast();
    double now = kernel.logLikelihood(x, tx, h.age());
    double later = kernel.logLikelihood(x, tx, h.age() + horizon);
    double rounding =
        1e-14 * (1 + Math.abs(now) + x * Math.log(kernel.alpha() + h.age() + horizon));

    assertThat(kernel.activeProbability(x, tx, h.age(), horizon))
        .isCloseTo(-Math.expm1(later - now), within(1e-11 + Math.abs(rounding)));
  }

  @Property
  void probabilities_longerSilence_doNotRise(
      @ForAll("kernels") ParetoKernel kernel,
      @ForAll("histories") PurchaseHistory h,
      @ForAll @Scale(8) @DoubleRange(max = 1000) double more,
      @ForAll @Scale(8) @DoubleRange(max = 1e4) double horizon) {
    int x = h.repeatPurchases();
    double tx = h.recencyOfLast();

    assertThat(kernel.aliveProbability(x, tx, h.age() + more))
        .isLessThanOrEqualTo(kernel.aliveProbability(x, tx, h.age()) * (1 + 1e-12));
    assertThat(kernel.activeProbability(x, tx, h.age() + more, horizon))
        .isLessThanOrEqualTo(kernel.activeProbability(x, tx, h.age(), horizon) * (1 + 1e-12));
  }

  /** The counts, the chance of none and the mean by three formulas. */
  @Property(tries = 60)
  void countProbability_allCounts_addUpToOneAndTheExpectedNumber(
      @ForAll @IntRange(max = 12) int x,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 60) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 100) double horizon,
      @ForAll @Scale(6) @DoubleRange(min = 0.2, max = 3) double s) {
    ParetoKernel kernel = new ParetoKernel(0.5534, 10.5802, s, 11.6562);
    double tx = x == 0 ? 0 : share * age;
    double sum = 0;
    double mean = 0;
    for (int n = 0; n < 700; n++) {
      double probability = kernel.countProbability(n, x, tx, age, horizon);
      sum += probability;
      mean += n * probability;
    }
    assertThat(sum).isCloseTo(1, within(1e-10));
    assertThat(mean).isCloseTo(kernel.expectedPurchases(x, tx, age, horizon), within(1e-8));
    assertThat(1 - kernel.countProbability(0, x, tx, age, horizon))
        .isCloseTo(kernel.activeProbability(x, tx, age, horizon), within(1e-14));
  }

  /** The chance of no purchase by the formula for any other number: nothing is special about 0. */
  @Property(tries = 200)
  void countProbability_none_fitsTheOtherCounts(
      @ForAll("kernels") ParetoKernel kernel,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1000) double horizon) {
    assertThat(new CountProbability(kernel, 0, 0).of(0, horizon))
        .isCloseTo(1 - kernel.activeProbabilityIfAlive(0, 0, 0, horizon), within(1e-12));
  }

  @Test
  void aliveProbability_noSilence_isOne() {
    assertThat(CDNOW.logAliveProbability(3, 20, 20)).isEqualTo(0.0);
    assertThat(CDNOW.aliveProbability(3, 20, 20)).isEqualTo(1.0);
  }

  @Property
  void expectedPurchases_shapeNearOne_hasNoPole(
      @ForAll @Scale(8) @DoubleRange(min = -1e-6, max = 1e-6) double off) {
    double atOne = new ParetoKernel(1.2, 20, 1, 15).expectedPurchases(2, 30, 39, 39);
    double near = new ParetoKernel(1.2, 20, 1 + off, 15).expectedPurchases(2, 30, 39, 39);
    assertThat(Errors.relative(near, atOne)).isLessThan(1e-13 + Math.abs(off));
  }

  /** Purchases come at the posterior rate while the customer is alive: another integral for another formula. */
  @Test
  void discountedResidualPurchases_harmlessPoint_isTheIntegral() {
    double rate = 0.0027;
    double sum = 0;
    int steps = 4_000_000;
    double step = 8000.0 / steps;
    for (int i = 0; i < steps; i++) {
      double t = (i + 0.5) * step;
      sum += Math.exp(-rate * t) * Math.pow((11.6562 + 39) / (11.6562 + 39 + t), 0.6061) * step;
    }
    double alive = CDNOW.aliveProbability(2, 30, 39);
    double expected = alive * (0.5534 + 2) / (10.5802 + 39) * sum;

    assertThat(Errors.relative(CDNOW.discountedResidualPurchases(2, 30, 39, rate), expected))
        .isLessThan(1e-8);
  }
}
