package io.headlesscrm.churn.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Bases;
import io.headlesscrm.churn.Draws;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisedTest {

  private static final CustomerBase BASE = Bases.simulated(800, 4);

  @Test
  void fit_simulatedBase_scoresSilenceHigher() {
    Supervised scorer = Supervised.fit(BASE).orThrow();
    var scores = scorer.score(BASE, Horizon.ofDays(60));
    double ofSilent = 0;
    double ofRecent = 0;
    int silent = 0;
    int recent = 0;
    for (int row = 0; row < BASE.size(); row++) {
      if (BASE.recencyDays(row) > 120) {
        ofSilent += scores.churnProbability(row);
        silent++;
      } else if (BASE.recencyDays(row) < 15) {
        ofRecent += scores.churnProbability(row);
        recent++;
      }
    }
    assertThat(ofSilent / silent).isGreaterThan(ofRecent / recent + 0.4);
    assertThat(scores.provenance().method()).isEqualTo(Supervised.NAME);
    assertThat(scores.score(0).reasons()).hasSize(1);
  }

  /** The regression put in through the door of the host gives the same scores. */
  @Test
  void by_hostsClassifier_isGivenTheSameColumns() {
    FitResult<Supervised> own = Supervised.by("constant", (rows, active, weights) -> {
          assertThat(rows.length).isEqualTo(weights.length);
          assertThat(active.length).isEqualTo(weights.length);
          return row -> 0.25;
        })
        .fit(BASE);
    var scores = own.orThrow().score(BASE, Horizon.ofDays(30));

    assertThat(scores.churnProbability(5)).isEqualTo(0.75);
    assertThat(scores.provenance().method()).isEqualTo("constant");
  }

  @Test
  void fit_tooLittle_isAValue() {
    assertThat(Supervised.fit(Bases.empty()).verdicts())
        .extracting(Verdict::code)
        .containsExactly("TOO_LITTLE_TO_LEARN");
    assertThat(Supervised.by("own", (rows, active, weights) -> row -> 0).fit(Bases.simulated(9, 1)))
        .isInstanceOf(FitResult.NotFitted.class);
  }

  /** Scores that are the logit already: the curve is the straight line through the origin. */
  @Test
  void platt_calibratedScores_isNearlyTheIdentity() {
    Draws draws = new Draws(4);
    double[] scores = new double[40_000];
    boolean[] outcomes = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = 2 * draws.normal();
      outcomes[i] = draws.uniform() < 1 / (1 + Math.exp(-scores[i]));
    }
    PlattScaling curve = PlattScaling.fit(scores, outcomes);

    assertThat(curve.intercept()).isCloseTo(0, within(0.06));
    assertThat(curve.slope()).isCloseTo(1, within(0.06));
    assertThat(curve.of(0)).isCloseTo(0.5, within(0.015));
  }

  /** Platt's targets keep a score that parts the classes from certainty: 3/4 and 1/4 for two of each. */
  @Test
  void platt_separatedClasses_givesTheSmoothedTargets() {
    PlattScaling curve =
        PlattScaling.fit(new double[] {0, 0, 1, 1}, new boolean[] {false, false, true, true});
    assertThat(curve.of(0)).isCloseTo(0.25, within(1e-8));
    assertThat(curve.of(1)).isCloseTo(0.75, within(1e-8));
  }

  /** By hand: 1 | 0 1 pool | 1 ; the tie at 4 is one step. */
  @Test
  void isotonic_violations_arePooled() {
    IsotonicCalibration steps = IsotonicCalibration.fit(
        new double[] {1, 2, 3, 4, 4, 5}, new boolean[] {false, true, false, true, false, true});

    assertThat(List.of(steps.of(0), steps.of(1))).containsOnly(0.0);
    assertThat(List.of(steps.of(2), steps.of(3), steps.of(4))).containsOnly(0.5);
    assertThat(List.of(steps.of(5), steps.of(9))).containsOnly(1.0);
  }

  @Test
  void isotonic_anyScores_neverFallsAndKeepsTheSum() {
    Draws draws = new Draws(9);
    double[] scores = new double[500];
    boolean[] outcomes = new boolean[500];
    int positives = 0;
    for (int i = 0; i < 500; i++) {
      scores[i] = Math.rint(20 * draws.uniform());
      outcomes[i] = draws.uniform() < scores[i] / 25;
      positives += outcomes[i] ? 1 : 0;
    }
    IsotonicCalibration steps = IsotonicCalibration.fit(scores, outcomes);
    double sum = 0;
    for (double score : scores) {
      sum += steps.of(score);
      assertThat(steps.of(score)).isLessThanOrEqualTo(steps.of(score + 1));
    }
    assertThat(sum).isCloseTo(positives, within(1e-9));
  }

  @Test
  void calibrations_oneOutcomeOnly_areRefused() {
    assertThatThrownBy(() -> PlattScaling.fit(new double[2], new boolean[2]))
        .hasMessageContaining("both outcomes");
    assertThatThrownBy(() -> IsotonicCalibration.fit(new double[2], new boolean[3]))
        .hasMessageContaining("as many of each");
    assertThatThrownBy(
            () -> LinearPredictor.of(List.of("a"), 0, new double[1], new double[2], new double[1]))
        .hasMessageContaining("as many of each");
  }

  @Test
  void linearPredictor_anyRow_isTheInterceptAndItsContributions() {
    LinearPredictor predictor = LinearPredictor.of(
        List.of("a", "b"), 0.5, new double[] {1, 2}, new double[] {3, -1}, new double[2]);
    assertThat(predictor.of(new double[] {2, 2})).isEqualTo(3.5);
    assertThat(predictor.contribution(1, 4)).isEqualTo(-2);
  }
}
