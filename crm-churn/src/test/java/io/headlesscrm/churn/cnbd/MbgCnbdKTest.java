package io.headlesscrm.churn.cnbd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Histories;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.SharedData;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MbgCnbdKTest {

  private static final PurchaseHistogram HISTOGRAM = Histories.simulated(200, 0.1, 0.1, 7);
  private static final double STEP = 1e-5;

  @Provide
  Arbitrary<PurchaseHistory> histories() {
    return Histories.any();
  }

  @Provide
  Arbitrary<Double> parameters() {
    return Histories.parameter();
  }

  /** k = 1 is another model of this library. */
  @Property
  void activeProbability_randomBuyers_isThatOfMbgNbd(
      @ForAll("parameters") double r,
      @ForAll("parameters") double alpha,
      @ForAll("parameters") double a,
      @ForAll("parameters") double b,
      @ForAll("histories") PurchaseHistory history,
      @ForAll @Scale(6) @DoubleRange(max = 1000) double horizon) {
    MbgCnbdK one = MbgCnbdK.of(TimeScale.WEEK, 1, r, alpha, a, b);
    MbgNbd other = MbgNbd.of(TimeScale.WEEK, r, alpha, a, b);

    assertThat(one.activeProbability(history, horizon))
        .isCloseTo(other.activeProbability(history, horizon), within(1e-10));
    assertThat(one.logLikelihood(history, 0))
        .isCloseTo(
            other.logLikelihood(history),
            within(1e-12 * (100 + Math.abs(other.logLikelihood(history)))));
  }

  /** A second route: no purchase until T + h means L(T + h) / L(T). */
  @Property
  void activeProbability_regularBuyers_followsFromTheLikelihood(
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll("parameters") double r,
      @ForAll("parameters") double alpha,
      @ForAll @IntRange(max = 200) int x,
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 500) double age,
      @ForAll @Scale(6) @DoubleRange(max = 1) double share,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1000) double horizon) {
    MbgCnbdK model = MbgCnbdK.of(TimeScale.WEEK, k, r, alpha, 0.8, 2.5);
    double tx = x == 0 ? 0 : share * age;
    double now = model.logLikelihood(new PurchaseHistory(x, tx, age), 0);
    double later = model.logLikelihood(new PurchaseHistory(x, tx, age + horizon), 0);
    double active = model.activeProbability(new PurchaseHistory(x, tx, age), horizon);

    assertThat(active).isBetween(0.0, 1.0);
    assertThat(active)
        .isCloseTo(
            -Math.expm1(later - now),
            within(1e-11 * (10 + Math.abs(now))
                + 1e-12 * k * x * Math.log(alpha + age + horizon + 3)));
  }

  @Property(tries = 60)
  void waitingTerms_anyPoint_derivativesAreThoseOfTheValue(
      @ForAll @IntRange(min = 1, max = 6) int k,
      @ForAll @Size(4) List<@Scale(8) @DoubleRange(min = -2, max = 2) Double> point) {
    Evaluation here = waiting(k, point, 0, 0);
    for (int i = 0; i < 4; i++) {
      Evaluation above = waiting(k, point, i, STEP);
      Evaluation below = waiting(k, point, i, -STEP);
      double slope = (above.value() - below.value()) / (2 * STEP);
      assertThat(here.gradient(i)).as("slope %s", i).isCloseTo(slope, within(1e-7));
      for (int j = 0; j < 4; j++) {
        double curve = (above.gradient(j) - below.gradient(j)) / (2 * STEP);
        assertThat(here.hessian(i, j)).as("curvature %s %s", i, j).isCloseTo(curve, within(1e-6));
      }
    }
  }

  private static Evaluation waiting(int k, List<Double> point, int moved, double step) {
    double[] p = point.stream().mapToDouble(Double::doubleValue).toArray();
    p[moved] += step;
    LogLikelihoodSum sum = new LogLikelihoodSum(4);
    new WaitingTerms(HISTOGRAM, 100, k)
        .addTo(sum, Math.exp(p[0]), Math.exp(p[1]), Math.exp(p[2]), Math.exp(p[3]));
    return sum.toMeanLoss(HISTOGRAM.customers());
  }

  @Test
  void fit_simulatedRegularBuyers_findsHowRegular() {
    Draws draws = new Draws(5);
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(TimeScale.WEEK);
    double sumOfLogGaps = 0;
    for (int i = 0; i < 3000; i++) {
      double rate = draws.gamma(1.5) / 5;
      double leaving = draws.gamma(0.8);
      leaving /= leaving + draws.gamma(2.5);
      int x = 0;
      double last = 0;
      boolean alive = draws.uniform() >= leaving;
      double gap = draws.gamma(3) / rate;
      while (alive && last + gap < 52) {
        sumOfLogGaps += Math.log(gap);
        last += gap;
        x++;
        alive = draws.uniform() >= leaving;
        gap = draws.gamma(3) / rate;
      }
      builder.add(x, last, 52);
    }
    Fitted<MbgCnbdK> fitted = (Fitted<MbgCnbdK>) MbgCnbdK.fit(builder.build(), sumOfLogGaps);
    MbgCnbdK model = fitted.model();

    assertThat(model.k()).isEqualTo(3);
    assertThat(fitted.verdicts()).isEmpty();
    for (String name : List.of("r", "alpha", "a", "b")) {
      double truth =
          name.equals("r") ? 1.5 : name.equals("alpha") ? 5 : name.equals("a") ? 0.8 : 2.5;
      assertThat(model.parameters().get(name))
          .isCloseTo(truth, within(4 * fitted.diagnostics().standardErrors().get(name)));
    }
  }

  /** Gaps so uneven that no k above 1 is better: the optimum of MBG/NBD, as the oracle has it. */
  @Test
  void fit_cdnowWithUnevenGaps_isMbgNbd() {
    Fitted<MbgCnbdK> fitted =
        (Fitted<MbgCnbdK>) MbgCnbdK.fit(SharedData.cdnow(TimeScale.WEEK, 1), -1e6);
    double optimum = SharedData.json("oracle/cdnow_optima.json")
        .object("results")
        .object("cdnow_exact_weeks")
        .object("mbgnbd")
        .number("log_likelihood");

    assertThat(fitted.model().k()).isEqualTo(1);
    assertThat(fitted.diagnostics().logLikelihood()).isCloseTo(optimum, within(1e-6));
  }

  @Test
  void score_regularCustomer_silenceTellsSooner() {
    CustomerBase base = Bases.regular(13, 21);
    ChurnScores atRandom =
        MbgCnbdK.of(TimeScale.WEEK, 1, 0.5, 4, 0.8, 2.5).score(base, Horizon.ofDays(90));
    ChurnScores regular =
        MbgCnbdK.of(TimeScale.WEEK, 4, 0.5, 1, 0.8, 2.5).score(base, Horizon.ofDays(90));

    assertThat(regular.churnProbability(0)).isGreaterThan(atRandom.churnProbability(0));
    assertThat(regular.score(0).reasons().get(0).toString())
        .contains("silent for 113 days where 2");
  }

  @Test
  void of_impossibleValues_areRefused() {
    assertThatThrownBy(() -> MbgCnbdK.of(TimeScale.WEEK, 0, 1, 1, 1, 1))
        .hasMessageContaining("k is 0");
    assertThatThrownBy(() -> MbgCnbdK.of(TimeScale.WEEK, 1, 0, 1, 1, 1))
        .hasMessageContaining("r is 0.0");
    assertThat(MbgCnbdK.fit(Bases.empty()).verdicts()).hasSize(1);
  }
}
