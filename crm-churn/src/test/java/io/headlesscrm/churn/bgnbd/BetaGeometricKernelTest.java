package io.headlesscrm.churn.bgnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.ExtremePoints;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.history.PurchaseHistory;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BetaGeometricKernelTest {

  @Provide
  Arbitrary<BetaGeometricKernel> kernels() {
    Arbitrary<Double> positive = Histories.parameter();
    return Combinators.combine(
            positive, positive, positive, positive, Arbitraries.integers().between(0, 1))
        .as(BetaGeometricKernel::new);
  }

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Histories.any();
  }

  @Test
  void predictions_extremePoints_areNumbersInTheirRange() {
    ExtremePoints.check((r, alpha, a, b) -> new BetaGeometricKernel(r, alpha, a, b, 0));
    ExtremePoints.check((r, alpha, a, b) -> new BetaGeometricKernel(r, alpha, a, b, 1));
  }

  @Property
  void probabilities_anyPoint_areProbabilities(
      @ForAll("kernels") BetaGeometricKernel kernel,
      @ForAll("histories") PurchaseHistory h,
      @ForAll @Scale(8) @DoubleRange(max = 1e6) double horizon) {
    double alive = kernel.aliveProbability(h.repeatPurchases(), h.recencyOfLast(), h.age());
    double active =
        kernel.activeProbability(h.repeatPurchases(), h.recencyOfLast(), h.age(), horizon);

    assertThat(alive).isBetween(0.0, 1.0);
    assertThat(active).isBetween(0.0, alive);
    assertThat(kernel.logLikelihood(h.repeatPurchases(), h.recencyOfLast(), h.age()))
        .isFinite();
    assertThat(kernel.logAliveProbability(h.repeatPurchases(), h.recencyOfLast(), h.age()))
        .isFinite();
  }

  @Property
  void logAliveProbability_anyPoint_isTheLogarithm(
      @ForAll("kernels") BetaGeometricKernel kernel, @ForAll("histories") PurchaseHistory h) {
    double ln = kernel.logAliveProbability(h.repeatPurchases(), h.recencyOfLast(), h.age());
    assertThat(Math.exp(ln))
        .isCloseTo(
            kernel.aliveProbability(h.repeatPurchases(), h.recencyOfLast(), h.age()),
            within(1e-12));
  }

  @Property
  void probabilities_longerSilence_doNotRise(
      @ForAll("kernels") BetaGeometricKernel kernel,
      @ForAll("histories") PurchaseHistory h,
      @ForAll @Scale(8) @DoubleRange(max = 1000) double more,
      @ForAll @Scale(8) @DoubleRange(max = 1e4) double horizon) {
    int x = h.repeatPurchases();
    double tx = h.recencyOfLast();
    double later = h.age() + more;

    assertThat(kernel.aliveProbability(x, tx, later))
        .isLessThanOrEqualTo(kernel.aliveProbability(x, tx, h.age()));
    assertThat(kernel.activeProbability(x, tx, later, horizon))
        .isLessThanOrEqualTo(kernel.activeProbability(x, tx, h.age(), horizon) * (1 + 1e-14));
  }

  @Property
  void expectedPurchases_anyPoint_isAtLeastTheProbabilityOfOne(
      @ForAll("kernels") BetaGeometricKernel kernel,
      @ForAll("histories") PurchaseHistory h,
      @ForAll @Scale(8) @DoubleRange(min = 1e-3, max = 1e5) double horizon) {
    int x = h.repeatPurchases();
    double expected = kernel.expectedPurchases(x, h.recencyOfLast(), h.age(), horizon);
    double active = kernel.activeProbability(x, h.recencyOfLast(), h.age(), horizon);

    assertThat(expected).isFinite().isGreaterThanOrEqualTo(active * (1 - 1e-11));
  }

  /** A second route: no purchase until T + h means L(T + h) / L(T). */
  @Property
  void activeProbability_anyPoint_followsFromTheLikelihood(
      @ForAll("kernels") BetaGeometricKernel kernel,
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

  /** Both methods are exact, so that it cannot matter where one takes over from the other. */
  @Property
  void expectedPurchases_atTheBorderOfTheMethods_agree(
      @ForAll("kernels") BetaGeometricKernel kernel,
      @ForAll @IntRange(max = 200) int x,
      @ForAll @Scale(8) @DoubleRange(min = -3, max = 1.5) double logGrowth) {
    double growth = Math.pow(10, logGrowth);
    double sum = kernel.sumOverPurchaseCounts(x, growth);
    double quadrature = kernel.quadratureOverDropout(x, growth);

    assertThat(Errors.relative(quadrature, sum)).isLessThan(1e-10);
  }

  /** The textbook form, where it has not lost its digits: Fader, Hardie &amp; Lee 2005, equation 10. */
  @Test
  void expectedPurchases_harmlessPoint_isTheHypergeometricForm() {
    BetaGeometricKernel kernel = new BetaGeometricKernel(0.243, 4.414, 0.793, 2.426, 0);
    double z = 39 / (4.414 + 38.86 + 39);
    double a = 0.243 + 2;
    double b = 2.426 + 2;
    double c = 0.793 + 2.426 + 2 - 1;
    double term = 1;
    double hypergeometric = 1;
    for (int n = 0; n < 400; n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      hypergeometric += term;
    }
    double growth = Math.pow((4.414 + 38.86) / (4.414 + 38.86 + 39), a);
    double textbook = c / (0.793 - 1) * (1 - growth * hypergeometric);

    assertThat(kernel.expectedPurchasesIfAlive(2, 38.86, 39)).isCloseTo(textbook, within(1e-12));
  }

  /** Batislam et al. 2007: b/(a-1) (1 - (alpha/(alpha+t))^r 2F1(r, b+1; a+b; t/(alpha+t))). */
  @Test
  void expectedPurchases_newCustomer_isThePublishedForm() {
    BetaGeometricKernel kernel = new BetaGeometricKernel(0.525, 6.183, 0.891, 1.614, 1);
    double z = 52 / (6.183 + 52);
    double term = 1;
    double hypergeometric = 1;
    for (int n = 0; n < 2000; n++) {
      term *= (0.525 + n) * (1.614 + 1 + n) / ((0.891 + 1.614 + n) * (n + 1)) * z;
      hypergeometric += term;
    }
    double published = 1.614 / (0.891 - 1) * (1 - Math.pow(1 - z, 0.525) * hypergeometric);

    assertThat(kernel.expectedPurchases(0, 0, 0, 52)).isCloseTo(published, within(1e-12));
  }

  @Test
  void discountedResidualPurchases_thousandPoints_equalIndependentQuadrature() {
    Random random = new Random(2005);
    for (int i = 0; i < 1000; i++) {
      BetaGeometricKernel kernel = new BetaGeometricKernel(
          power(random, -1.3, 1),
          power(random, -2, 2),
          power(random, -1.3, 1.3),
          power(random, -1.3, 2),
          i % 2);
      int x = random.nextInt(3) == 0 ? 0 : (int) power(random, 0, 2);
      double age = power(random, -1, 3);
      double tx = x == 0 ? 0 : age * random.nextDouble();
      double rate = power(random, -4, -0.5);

      double found = kernel.discountedResidualPurchases(x, tx, age, rate);
      double expected =
          kernel.aliveProbability(x, tx, age) * DirectIntegration.residual(kernel, x, age, rate);

      assertThat(Errors.relative(found, expected))
          .as("%s x=%s tx=%s age=%s rate=%s", kernel, x, tx, age, rate)
          .isLessThan(1e-11);
    }
  }

  private static double power(Random random, double from, double to) {
    return Math.pow(10, from + (to - from) * random.nextDouble());
  }
}
