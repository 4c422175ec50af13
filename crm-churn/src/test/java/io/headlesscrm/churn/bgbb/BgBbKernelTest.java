package io.headlesscrm.churn.bgbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BgBbKernelTest {

  private static final BgBbKernel DONORS = new BgBbKernel(1.204, 0.75, 0.657, 2.783);

  private static double beta(double a, double b) {
    return Math.exp(
        GammaFunctions.lnGamma(a) + GammaFunctions.lnGamma(b) - GammaFunctions.lnGamma(a + b));
  }

  private static double choose(int n, int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product *= (n - k + i) / (double) i;
    }
    return product;
  }

  /** A history from two shares: x of at most n, then the last of x to n. */
  private static int[] history(int n, double shareUsed, double shareLast) {
    int x = (int) Math.round(shareUsed * n);
    int last = x == 0 ? 0 : x + (int) Math.round(shareLast * (n - x));
    return new int[] {x, last, n};
  }

  /** Fader, Hardie &amp; Shang (2010), equation 5, as printed. */
  private static double published(BgBbKernel k, int x, int last, int n) {
    double purchases = beta(k.alpha(), k.beta());
    double lives = beta(k.gamma(), k.delta());
    double sum =
        beta(k.alpha() + x, k.beta() + n - x) / purchases * beta(k.gamma(), k.delta() + n) / lives;
    for (int i = 0; i < n - last; i++) {
      sum += beta(k.alpha() + x, k.beta() + last - x + i)
          / purchases
          * beta(k.gamma() + 1, k.delta() + last + i)
          / lives;
    }
    return sum;
  }

  @Property(tries = 300)
  void logLikelihood_anyHistory_isThePublishedSum(
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double alpha,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double beta,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double gamma,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double delta,
      @ForAll @IntRange(max = 30) int n,
      @ForAll @Scale(4) @DoubleRange(max = 1) double used,
      @ForAll @Scale(4) @DoubleRange(max = 1) double late) {
    BgBbKernel kernel = new BgBbKernel(alpha, beta, gamma, delta);
    int[] h = history(n, used, late);
    double likelihood = published(kernel, h[0], h[1], n);
    double stillThere = beta(alpha + h[0], beta + n - h[0])
        / beta(alpha, beta)
        * beta(gamma, delta + n)
        / beta(gamma, delta);

    assertThat(kernel.logLikelihood(h[0], h[1], n)).isCloseTo(Math.log(likelihood), within(1e-11));
    assertThat(kernel.aliveProbability(h[0], h[1], n))
        .isCloseTo(stillThere / likelihood, within(1e-11));
  }

  /** Every customer has some history: with the number of orders each can come in they add up to one. */
  @Property(tries = 60)
  void logLikelihood_allHistories_addUpToOne(
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 50) double alpha,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 50) double beta,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 50) double gamma,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 50) double delta,
      @ForAll @IntRange(max = 25) int n) {
    BgBbKernel kernel = new BgBbKernel(alpha, beta, gamma, delta);
    double sum = Math.exp(kernel.logLikelihood(0, 0, n));
    for (int last = 1; last <= n; last++) {
      for (int x = 1; x <= last; x++) {
        sum += choose(last - 1, x - 1) * Math.exp(kernel.logLikelihood(x, last, n));
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  /**
   * A second route for the counts: the chance of a future is the likelihood of past and future over that of the past,
   * summed over the opportunity of the last purchase in it.
   */
  @Property(tries = 200)
  void countProbability_anyCount_followsFromTheLikelihood(
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double alpha,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double beta,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double gamma,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double delta,
      @ForAll @IntRange(max = 20) int n,
      @ForAll @Scale(4) @DoubleRange(max = 1) double used,
      @ForAll @Scale(4) @DoubleRange(max = 1) double late,
      @ForAll @IntRange(max = 20) int ahead) {
    BgBbKernel kernel = new BgBbKernel(alpha, beta, gamma, delta);
    int[] h = history(n, used, late);
    double past = kernel.logLikelihood(h[0], h[1], n);
    double sum = 0;
    double mean = 0;
    for (int count = 0; count <= ahead; count++) {
      double expected = 0;
      for (int last = count; count > 0 && last <= ahead; last++) {
        expected += choose(last - 1, count - 1)
            * Math.exp(kernel.logLikelihood(h[0] + count, n + last, n + ahead) - past);
      }
      if (count == 0) {
        expected = Math.exp(kernel.logLikelihood(h[0], h[1], n + ahead) - past);
      }
      double found = kernel.countProbability(count, h[0], h[1], n, ahead);
      assertThat(found).isCloseTo(expected, within(1e-12));
      sum += found;
      mean += count * found;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(mean).isCloseTo(kernel.expectedPurchases(h[0], h[1], n, ahead), within(1e-11));
    assertThat(1 - kernel.countProbability(0, h[0], h[1], n, ahead))
        .isCloseTo(kernel.activeProbability(h[0], h[1], n, ahead), within(1e-15));
    assertThat(kernel.countProbability(ahead + 1, h[0], h[1], n, ahead)).isZero();
  }

  /** Equation 14 of the paper, as printed, away from its pole at gamma = 1. */
  @Property(tries = 200)
  void expectedPurchases_anyHorizon_areThePublishedForm(
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 0.9) double gamma,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double delta,
      @ForAll @IntRange(max = 30) int n,
      @ForAll @Scale(4) @DoubleRange(max = 1) double used,
      @ForAll @IntRange(min = 1, max = 200) int ahead) {
    BgBbKernel kernel = new BgBbKernel(1.204, 0.75, gamma, delta);
    int[] h = history(n, used, 0.5);
    double first =
        Math.exp(GammaFunctions.lnGamma(1 + delta + n) - GammaFunctions.lnGamma(gamma + delta + n));
    double last = Math.exp(GammaFunctions.lnGamma(1 + delta + n + ahead)
        - GammaFunctions.lnGamma(gamma + delta + n + ahead));
    double expected = beta(1.204 + h[0] + 1, 0.75 + n - h[0])
        / beta(1.204, 0.75)
        * delta
        / (gamma - 1)
        * Math.exp(GammaFunctions.lnGamma(gamma + delta) - GammaFunctions.lnGamma(1 + delta))
        * (first - last)
        / published(kernel, h[0], h[1], n);

    assertThat(Errors.relative(kernel.expectedPurchases(h[0], h[1], n, ahead), expected))
        .isLessThan(1e-10);
  }

  /** Term by term, also for a discount that a sum could not reach: the more it is, the fewer terms count. */
  @Property(tries = 200)
  void discountedResidualPurchases_anyDiscount_areTheSum(
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double gamma,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 100) double delta,
      @ForAll @IntRange(max = 30) int n,
      @ForAll @Scale(4) @DoubleRange(max = 1) double used,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 2) double discount) {
    BgBbKernel kernel = new BgBbKernel(1.204, 0.75, gamma, delta);
    int[] h = history(n, used, 0.5);
    double term = kernel.aliveProbability(h[0], h[1], n) * (1.204 + h[0]) / (1.204 + 0.75 + n);
    double sum = 0;
    for (int j = 0; j < 4_500; j++) {
      term *= (delta + n + j) / (gamma + delta + n + j) / (1 + discount);
      sum += term;
    }
    assertThat(Errors.relative(kernel.discountedResidualPurchases(h[0], h[1], n, discount), sum))
        .isLessThan(1e-11);
  }

  /** Without patience, gamma = 1 and delta = 1: E[(1 - t) / (d + t)] = (1 + d) ln((1 + d) / d) - 1 for a uniform t. */
  @Test
  void discountedResidualPurchases_uniformLeaving_areClosed() {
    BgBbKernel kernel = new BgBbKernel(2, 3, 1, 1);
    for (double d : new double[] {1e-12, 1e-6, 0.001, 0.1, 1, 50}) {
      double expected = 0.4 * ((1 + d) * Math.log1p(1 / d) - 1);
      assertThat(Errors.relative(kernel.discountedResidualPurchases(0, 0, 0, d), expected))
          .as("discount %s", d)
          .isLessThan(1e-11);
    }
  }

  /**
   * The vignette of the R package BTYD prints .1302169 and 3.627858 at parameters that it does not print, where its own
   * search stopped: four digits are those of the optimum.
   */
  @Test
  void expectedPurchases_tenYearsOfDonors_areThoseOfBtyd() {
    BgBb optimum = BgBb.fit(Donations.histogram()).orThrow();
    assertThat(optimum.expectedPurchases(new OpportunityHistory(0, 0, 6), 10))
        .isCloseTo(0.1302, within(0.00005));
    assertThat(optimum.expectedPurchases(new OpportunityHistory(4, 5, 6), 10))
        .isCloseTo(3.628, within(0.0005));
  }

  @Test
  void aliveProbability_boughtAtTheLastOpportunity_isOne() {
    assertThat(DONORS.aliveProbability(3, 6, 6)).isEqualTo(1);
    assertThat(DONORS.logAliveProbability(6, 6, 6)).isEqualTo(0);
    assertThat(DONORS.aliveProbability(3, 5, 6)).isLessThan(1);
    assertThat(DONORS.activeProbability(3, 5, 6, 0)).isZero();
    assertThat(DONORS.countProbability(0, 3, 5, 6, 0)).isOne();
    assertThat(DONORS.logLikelihood(0, 0, 0)).isZero();
  }

  /** At the ends of what can be; the system property {@code crm.points} says how many points. */
  @Test
  void everything_extremePoints_areNumbersAndProbabilities() {
    SplittableRandom random = new SplittableRandom(2010);
    for (int i = 0; i < Integer.getInteger("crm.points", 100_000); i++) {
      BgBbKernel kernel =
          new BgBbKernel(power(random), power(random), power(random), power(random));
      int n = most(random);
      int x = random.nextInt(4) == 0 ? 0 : random.nextInt(n + 1);
      int last = x == 0 ? 0 : random.nextInt(3) == 0 ? n : x + random.nextInt(n - x + 1);
      int ahead = most(random);
      if (!isSound(kernel, x, last, n, ahead)) {
        assertThat(figures(kernel, x, last, n, ahead))
            .as("%s x=%s last=%s n=%s ahead=%s", kernel, x, last, n, ahead)
            .isEmpty();
      }
    }
  }

  private static double power(SplittableRandom random) {
    return Math.pow(10, -5 + 10 * random.nextDouble());
  }

  /** Mostly few; one in fifty up to 20,000. */
  private static int most(SplittableRandom random) {
    return (int) Math.pow(10, (random.nextInt(50) == 0 ? 4.3 : 2) * random.nextDouble()) - 1;
  }

  private static boolean isSound(BgBbKernel kernel, int x, int last, int n, int ahead) {
    double lnAlive = kernel.logAliveProbability(x, last, n);
    double ln = kernel.logLikelihood(x, last, n);
    double expected = kernel.expectedPurchases(x, last, n, ahead);
    double dert = kernel.discountedResidualPurchases(x, last, n, 0.0027);
    return Double.isFinite(ln)
        && ln <= 1e-9
        && Double.isFinite(lnAlive)
        && lnAlive <= 0
        && isProbability(kernel.aliveProbability(x, last, n))
        && isProbability(kernel.activeProbability(x, last, n, ahead))
        && isProbability(kernel.countProbability(0, x, last, n, ahead))
        && isProbability(kernel.countProbability(ahead / 2, x, last, n, ahead))
        && isProbability(kernel.countProbability(ahead, x, last, n, ahead))
        && expected >= 0
        && expected <= ahead
        && dert >= 0
        && Double.isFinite(dert);
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  private static String figures(BgBbKernel kernel, int x, int last, int n, int ahead) {
    return kernel.logLikelihood(x, last, n) + " " + kernel.logAliveProbability(x, last, n) + " "
        + kernel.activeProbability(x, last, n, ahead) + " "
        + kernel.countProbability(ahead / 2, x, last, n, ahead) + " "
        + kernel.countProbability(ahead, x, last, n, ahead) + " "
        + kernel.expectedPurchases(x, last, n, ahead) + " "
        + kernel.discountedResidualPurchases(x, last, n, 0.0027);
  }
}
