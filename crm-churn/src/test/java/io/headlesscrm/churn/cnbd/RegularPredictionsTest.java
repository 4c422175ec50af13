package io.headlesscrm.churn.cnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.ExtremePoints;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.time.TimeScale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularPredictionsTest {

  @Provide
  Arbitrary<Double> parameters() {
    return Histories.parameter();
  }

  private static PurchaseHistory history(int x, double age, double share) {
    return new PurchaseHistory(x, x == 0 ? 0 : age * share, age);
  }

  /** k = 1 is another model of this library, with formulas of its own. */
  @Property(tries = 300)
  void predictions_randomBuyers_areThoseOfMbgNbd(
      @ForAll("parameters") double r,
      @ForAll("parameters") double alpha,
      @ForAll("parameters") double a,
      @ForAll("parameters") double b,
      @ForAll @IntRange(max = 200) int x,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 500) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double horizon) {
    MbgCnbdK one = MbgCnbdK.of(TimeScale.WEEK, 1, r, alpha, a, b);
    MbgNbd other = MbgNbd.of(TimeScale.WEEK, r, alpha, a, b);
    PurchaseHistory history = history(x, age, share);
    double ifAlive = other.expectedPurchases(history, horizon) / other.aliveProbability(history);

    if (other.aliveProbability(history) > 1e-300) {
      assertThat(one.aliveProbability(history))
          .isCloseTo(other.aliveProbability(history), within(1e-12));
      assertThat(one.expectedPurchases(history, horizon) / one.aliveProbability(history))
          .isCloseTo(ifAlive, within(1e-12 * Math.max(1, ifAlive)));
    }
    assertThat(one.countProbability(2, history, horizon))
        .isCloseTo(other.countProbability(2, history, horizon), within(1e-12));
  }

  @Property(tries = 60)
  void discountedPurchases_randomBuyers_areThoseOfMbgNbd(
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double r,
      @ForAll @Scale(4) @DoubleRange(min = 0.1, max = 50) double alpha,
      @ForAll("parameters") double a,
      @ForAll("parameters") double b,
      @ForAll @IntRange(max = 60) int x,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 200) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.0001, max = 1) double rate) {
    PurchaseHistory history = history(x, age, share);
    MbgNbd other = MbgNbd.of(TimeScale.WEEK, r, alpha, a, b);
    if (other.aliveProbability(history) > 1e-12) {
      assertThat(Errors.relative(
              MbgCnbdK.of(TimeScale.WEEK, 1, r, alpha, a, b).discountedPurchases(history, rate),
              other.discountedPurchases(history, rate)))
          .isLessThan(1e-10);
    }
  }

  /** The counts, the chance of none and the mean by three formulas. */
  @Property(tries = 40)
  void countProbability_allCounts_addUpToOneAndTheExpectedNumber(
      @ForAll @IntRange(min = 1, max = 5) int k,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 10) double r,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double a,
      @ForAll @Scale(4) @DoubleRange(min = 0.05, max = 20) double b,
      @ForAll @IntRange(max = 6) int x,
      @ForAll @Scale(6) @DoubleRange(min = 5, max = 60) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 40) double horizon) {
    MbgCnbdK model = MbgCnbdK.of(TimeScale.WEEK, k, r, 10, a, b);
    PurchaseHistory history = history(x, age, share);
    double sum = 0;
    double mean = 0;
    for (int n = 0; n < 150; n++) {
      double probability = model.countProbability(n, history, horizon);
      assertThat(probability).isBetween(0.0, 1.0);
      sum += probability;
      mean += n * probability;
    }
    double expected = model.expectedPurchases(history, horizon);

    assertThat(sum).isCloseTo(1, within(1e-11));
    assertThat(mean).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
    assertThat(1 - model.countProbability(0, history, horizon))
        .isCloseTo(model.activeProbability(history, horizon), within(1e-14));
  }

  /** Where both can be had: over numbers of events, and over rates and the probability of leaving. */
  @Property(tries = 30)
  void expectedPurchases_eitherSum_areTheSame(
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @Scale(4) @DoubleRange(min = 0.02, max = 10) double r,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 50) double a,
      @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 50) double b,
      @ForAll @IntRange(max = 40) int x,
      @ForAll @Scale(6) @DoubleRange(min = 1, max = 60) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 10_000) double horizon) {
    RegularKernel kernel = new RegularKernel(k, r, 10, a, b);
    double tx = x == 0 ? 0 : age * share;
    double byEvents = kernel.expectedPurchasesIfAlive(x, tx, age, horizon);
    double byRates = new FarHorizon(kernel, x, tx, age).expectedPurchases(horizon);

    assertThat(byRates).isCloseTo(byEvents, within(1e-10 * Math.max(1e-3, byEvents)));
  }

  /** Few purchases of many events each, where a rule that is too coarse misses the ripple: by 1e-9 at a step of .12. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.0653, 0.01, 0.01, 1, 123.220285",
    "10, 0.0898, 0.0649, 50, 1.003311, 2000",
    "12, 0.02, 0.01, 0.01, 1, 300",
    "12, 0.02, 0.01, 0.01, 60, 300",
    "6, 0.03, 0.1, 0.1, 1, 500"
  })
  void expectedPurchases_rareBuyersOfManyEvents_areTheSumOverEvents(
      int k, double r, double a, double b, double age, double horizon) {
    RegularKernel kernel = new RegularKernel(k, r, 10, a, b);

    assertThat(Errors.relative(
            new FarHorizon(kernel, 0, 0, age).expectedPurchases(horizon),
            kernel.expectedPurchasesIfAlive(0, 0, age, horizon)))
        .isLessThan(1e-13);
  }

  /** k = 1 once more, at horizons that hold up to 100 million purchases. */
  @Property(tries = 30)
  void expectedPurchases_farHorizonOfRandomBuyers_areThoseOfMbgNbd(
      @ForAll("parameters") double a,
      @ForAll("parameters") double b,
      @ForAll @IntRange(max = 40) int x,
      @ForAll @Scale(6) @DoubleRange(min = 10_000, max = 1e8) double horizon) {
    PurchaseHistory history = history(x, 38.86, 1);
    double expected = MbgNbd.of(TimeScale.WEEK, 0.7, 4, a, b).expectedPurchases(history, horizon);
    assertThat(Errors.relative(
            MbgCnbdK.of(TimeScale.WEEK, 1, 0.7, 4, a, b).expectedPurchases(history, horizon),
            expected))
        .isLessThan(1e-10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 12})
  void predictions_extremePoints_areNumbersInTheirRange(int k) {
    ExtremePoints.check((r, alpha, a, b) -> new RegularKernel(k, r, alpha, a, b), 500);
  }

  /** All that is to come in two ways: over rates and probabilities of leaving, and over numbers of events and time. */
  @ParameterizedTest
  @CsvSource({"2, 0, 0", "2, 3, .8", "3, 12, .97", "12, 6, .9", "12, 40, .99", "7, 1, .1"})
  void discountedPurchases_farHorizon_areAllToCome(int k, int x, double share) {
    MbgCnbdK model = MbgCnbdK.of(TimeScale.WEEK, k, 0.7, 4, 0.9, 2.5);
    PurchaseHistory history = history(x, 38.86, share);
    double all = model.discountedPurchases(history, 0.02);

    assertThat(Errors.relative(model.discountedPurchases(history, 0.02, 1_200), all))
        .isLessThan(1e-8);
    assertThat(model.discountedPurchases(history, 0.02, 26))
        .isLessThan(Math.min(all, model.expectedPurchases(history, 26)));
  }

  /** What the model says of 60,000 customers of its own kind, and what they do in the next 26 weeks. */
  @Test
  void predictions_simulatedRegularBuyers_comeTrue() {
    MbgCnbdK model = MbgCnbdK.of(TimeScale.WEEK, 3, 1.5, 5, 0.8, 2.5);
    Draws draws = new Draws(23);
    int customers = 60_000;
    double purchases = 0;
    double squares = 0;
    double active = 0;
    double twice = 0;
    double expected = 0;
    double expectedActive = 0;
    double expectedTwice = 0;
    for (int i = 0; i < customers; i++) {
      double rate = draws.gamma(1.5) / 5;
      double leaving = draws.gamma(0.8);
      leaving /= leaving + draws.gamma(2.5);
      int x = 0;
      int later = 0;
      double last = 0;
      boolean alive = draws.uniform() >= leaving;
      double next = draws.gamma(3) / rate;
      while (alive && next < 78) {
        x += next < 52 ? 1 : 0;
        last = next < 52 ? next : last;
        later += next < 52 ? 0 : 1;
        alive = draws.uniform() >= leaving;
        next += draws.gamma(3) / rate;
      }
      PurchaseHistory history = new PurchaseHistory(x, last, 52);
      purchases += later;
      squares += (double) later * later;
      active += later > 0 ? 1 : 0;
      twice += later == 2 ? 1 : 0;
      expected += model.expectedPurchases(history, 26);
      expectedActive += model.activeProbability(history, 26);
      expectedTwice += model.countProbability(2, history, 26);
    }
    double mean = purchases / customers;
    double error = Math.sqrt((squares / customers - mean * mean) / customers);
    assertThat(expected / customers).isCloseTo(mean, within(4 * error));
    assertThat(expectedActive / customers)
        .isCloseTo(active / customers, within(4 * 0.5 / Math.sqrt(customers)));
    assertThat(expectedTwice / customers)
        .isCloseTo(twice / customers, within(4 * 0.25 / Math.sqrt(customers)));
  }

  @Test
  void expectedPurchases_noTimeOrNobodyThere_areNone() {
    MbgCnbdK model = MbgCnbdK.of(TimeScale.WEEK, 4, 0.7, 4, 0.9, 2.5);
    assertThat(model.expectedPurchases(history(3, 30, 0.9), 0)).isZero();
    assertThat(model.countProbability(1, history(3, 30, 0.9), 0)).isZero();
    assertThat(model.expectedPurchases(history(5_000, 50_000, 0.1), 10)).isZero();
    assertThat(model.discountedPurchases(history(5_000, 50_000, 0.1), 0.01)).isZero();
  }
}
