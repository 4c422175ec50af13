package io.headlesscrm.churn.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Errors;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PurchaseProcessTest {

  private static final BgNbd BG = BgNbd.of(TimeScale.WEEK, 0.243, 4.414, 0.793, 2.426);
  private static final MbgNbd MBG = MbgNbd.of(TimeScale.WEEK, 0.525, 6.183, 0.891, 1.614);
  private static final ParetoNbd PARETO =
      ParetoNbd.of(TimeScale.WEEK, 0.553, 10.578, 0.606, 11.669);
  private static final List<PurchaseProcess> ALL = List.of(BG, MBG, PARETO);

  private static PurchaseHistory history(int x, double age, double share) {
    return new PurchaseHistory(x, x == 0 ? 0 : age * share, age);
  }

  /** The discounted sum by parts, and all that is to come less what is to come after the horizon. */
  @Property(tries = 200)
  void discountedPurchases_anyHorizon_areAllLessThoseAfterIt(
      @ForAll @IntRange(max = 30) int x,
      @ForAll @Scale(6) @DoubleRange(max = 300) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 2000) double horizon,
      @ForAll @Scale(6) @DoubleRange(min = 0.0005, max = 0.05) double rate) {
    PurchaseHistory now = history(x, age, share);
    double all = PARETO.discountedPurchases(now, rate);
    double later = Math.exp(-rate * horizon)
        * PARETO.discountedPurchases(
            new PurchaseHistory(x, now.recencyOfLast(), age + horizon), rate);
    // Nobody buys until T + h in the second history: weigh it by what a customer who may buy would
    // do.
    double posteriorRate = (10.578 + age + horizon) / (10.578 + age);
    double alive =
        PARETO.aliveProbability(now) * Math.pow((11.669 + age) / (11.669 + age + horizon), 0.606);
    double aliveLater =
        PARETO.aliveProbability(new PurchaseHistory(x, now.recencyOfLast(), age + horizon));
    double expected = all - later / aliveLater * alive * posteriorRate;

    assertThat(PARETO.discountedPurchases(now, rate, horizon))
        .isCloseTo(expected, within(1e-11 * (1 + all)));
  }

  @Test
  void discountedPurchases_farHorizon_areAllToCome() {
    for (PurchaseProcess model : ALL) {
      for (int x : new int[] {0, 1, 7}) {
        PurchaseHistory history = history(x, 38.86, 0.8);
        double all = model.discountedPurchases(history, 0.01);
        assertThat(Errors.relative(model.discountedPurchases(history, 0.01, 4000), all))
            .as(model.name())
            .isLessThan(1e-9);
      }
    }
  }

  @Test
  void discountedPurchases_noDiscount_areTheExpectedOnes() {
    for (PurchaseProcess model : ALL) {
      PurchaseHistory history = history(3, 38.86, 0.8);
      assertThat(model.discountedPurchases(history, 0, 52))
          .isEqualTo(model.expectedPurchases(history, 52));
      assertThat(model.discountedPurchases(history, 0.0027, 0)).isZero();
    }
  }

  /** The counts, the chance of none and the mean by three formulas. */
  @Property(tries = 60)
  void countProbability_allCounts_addUpToOneAndTheExpectedNumber(
      @ForAll @IntRange(max = 12) int x,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 60) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 60) double horizon) {
    for (PurchaseProcess model : List.of(BG, MBG)) {
      PurchaseHistory history = history(x, age, share);
      double sum = 0;
      double mean = 0;
      for (int n = 0; n < 900; n++) {
        double probability = model.countProbability(n, history, horizon);
        sum += probability;
        mean += n * probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-11));
      assertThat(mean).isCloseTo(model.expectedPurchases(history, horizon), within(1e-9));
      assertThat(1 - model.countProbability(0, history, horizon))
          .isCloseTo(model.activeProbability(history, horizon), within(1e-14));
    }
  }

  /** Fader, Hardie &amp; Lee (2005), equation 8, for a new customer, written out. */
  @Test
  void countProbability_newCustomer_isThePublishedForm() {
    double none = Math.pow(4.414 / (4.414 + 52), 0.243);
    double one = none * 0.243 * 52 / (4.414 + 52);
    double stays = 2.426 / (0.793 + 2.426);
    double expected = stays * one + 0.793 / (0.793 + 2.426) * (1 - none);

    assertThat(BG.countProbability(1, new PurchaseHistory(0, 0, 0), 52))
        .isCloseTo(expected, within(1e-14));
  }

  @Test
  void withParameters_ownParameters_isTheSameModel() {
    for (PurchaseProcess model : ALL) {
      assertThat(model.withParameters(model.parameters())).isEqualTo(model);
      assertThatThrownBy(() -> model.withParameters(Map.of("r", 1.0)))
          .hasMessageContaining("alpha must be among them");
    }
    assertThat(BG)
        .isNotEqualTo(BG.withParameters(Map.of("r", 1.0, "alpha", 1.0, "a", 1.0, "b", 1.0)));
  }

  @Test
  void discountedPurchases_impossibleValues_areRefused() {
    PurchaseHistory history = history(2, 30, 0.5);
    assertThatThrownBy(() -> BG.discountedPurchases(history, -0.1, 10))
        .hasMessageContaining("discount rate is -0.1");
    assertThatThrownBy(() -> BG.discountedPurchases(history, 0.1, -1))
        .hasMessageContaining("horizon is -1");
    assertThatThrownBy(() -> BG.countProbability(-1, history, 1))
        .hasMessageContaining("count is -1");
  }
}
