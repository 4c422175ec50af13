package io.headlesscrm.churn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.internal.math.GaussLegendre;
import io.headlesscrm.churn.internal.math.NormalTail;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

  private static final double[] PROBABILITIES = {0.05, 0.15, 0.15, 0.9, 1};
  private static final boolean[] LEFT = {false, true, false, true, true};

  @Test
  void measures_fiveCustomers_byHand() {
    Calibration calibration = Calibration.of(PROBABILITIES, LEFT);

    assertThat(calibration.brier())
        .isCloseTo((0.0025 + 0.7225 + 0.0225 + 0.01 + 0) / 5, within(1e-15));
    double logs = Math.log(0.95) + Math.log(0.15) + Math.log(0.85) + Math.log(0.9);
    assertThat(calibration.logLoss()).isCloseTo(-logs / 5, within(1e-12));
    assertThat(calibration.expectedCalibrationError())
        .isCloseTo((0.05 + 2 * 0.35 + 2 * 0.05) / 5, within(1e-12));
    assertThat(calibration.reliability()).hasSize(10);
    assertThat(calibration.reliability().get(9).customers()).isEqualTo(2);
    assertThat(calibration.reliability().get(1).observed()).isEqualTo(0.5);
    assertThat(calibration.reliability().get(4).predicted()).isNaN();
  }

  @Test
  void logLoss_sureMistake_isLargeAndFinite() {
    assertThat(Calibration.of(new double[] {0}, new boolean[] {true}).logLoss())
        .isCloseTo(-Math.log(1e-15), within(1e-9));
  }

  /** A paired z-test by hand: losses .01, .04 against .09, .04. */
  @Test
  void compareBrier_twoCustomers_byHand() {
    boolean[] left = {false, false};
    PairedTest test = Calibration.of(new double[] {0.1, 0.2}, left)
        .compareBrier(Calibration.of(new double[] {0.3, 0.2}, left));

    assertThat(test.difference()).isCloseTo(-0.04, within(1e-15));
    assertThat(test.standardError()).isCloseTo(0.04, within(1e-15));
    assertThat(test.pValue()).isCloseTo(0.3173105, within(5e-8));
  }

  /** Abramowitz &amp; Stegun (1964), table 26.1, both tails. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 0.317310507863",
    "1.959963984540054, 0.05",
    "2, 0.045500263896",
    "3.290526731491926, 0.001",
    "6, 1.973175290e-9"
  })
  void twoSided_knownPoints_areTabulated(double z, double p) {
    assertThat(NormalTail.twoSided(z)).isCloseTo(p, within(1e-9 * p));
  }

  @Test
  void countErrors_threeCustomers_byHand() {
    CountErrors errors = CountErrors.of(new double[] {1, 0.5, 2}, new int[] {0, 1, 4});

    assertThat(errors.mae()).isCloseTo(3.5 / 3, within(1e-15));
    assertThat(errors.rmse()).isCloseTo(Math.sqrt(5.25 / 3), within(1e-15));
    assertThat(errors.bias()).isCloseTo(3.5 / 5 - 1, within(1e-15));
    assertThat(CountErrors.of(new double[] {1}, new int[] {0}).bias()).isNaN();
  }

  /** Everybody who left is asked first: the profit at each success rate is a straight sum. */
  @Test
  void curve_perfectRanking_byHand() {
    RetentionOffer offer = new RetentionOffer(200, 10, 1);
    double[] scores = {4, 3, 2, 1};
    boolean[] left = {true, true, false, false};
    var curve = offer.curve(scores, left, 0.5);

    assertThat(curve).hasSize(5);
    assertThat(curve.get(0)).isEqualTo(new RetentionOffer.Profit(0, 0));
    assertThat(curve.get(2).part()).isEqualTo(0.5);
    assertThat(curve.get(2).profit()).isCloseTo(0.5 * (0.5 * 190 - 1), within(1e-12));
    assertThat(curve.get(4).profit()).isCloseTo(0.5 * 94 - 0.5 * 11, within(1e-12));
  }

  /** A second route: the best point of the curve at each success rate, integrated over its density. */
  @Test
  void expectedMaximumProfit_randomScores_isTheIntegralOfTheBest() {
    SplittableRandom random = new SplittableRandom(2013);
    RetentionOffer offer = new RetentionOffer(60, 12, 2);
    double[] scores = new double[80];
    boolean[] left = new boolean[80];
    for (int i = 0; i < 80; i++) {
      left[i] = random.nextInt(4) == 0;
      scores[i] = Math.rint(8 * (random.nextDouble() + (left[i] ? 0.3 : 0)));
    }
    double integral = 0;
    GaussLegendre rule = GaussLegendre.of(8);
    for (int panel = 0; panel < 4000; panel++) {
      integral += rule.integrate(panel / 4000.0, (panel + 1) / 4000.0, success -> {
        double best = offer.curve(scores, left, success).stream()
            .mapToDouble(RetentionOffer.Profit::profit)
            .max()
            .orElseThrow();
        return best * 162_792 * Math.pow(success, 5) * Math.pow(1 - success, 13);
      });
    }
    assertThat(offer.expectedMaximumProfit(scores, left)).isCloseTo(integral, within(1e-6));
  }

  @Test
  void expectedMaximumProfit_betterRanking_isNotLower() {
    boolean[] left = {true, false, true, false, false, false};
    RetentionOffer offer = RetentionOffer.usual();
    double perfect = offer.expectedMaximumProfit(new double[] {6, 1, 5, 2, 3, 4}, left);
    double useless = offer.expectedMaximumProfit(new double[6], left);

    assertThat(perfect).isGreaterThan(useless);
    assertThat(useless).isNotNegative();
  }

  @Test
  void of_impossibleValues_areRefused() {
    assertThatThrownBy(() -> Calibration.of(new double[] {1.1}, new boolean[1]))
        .hasMessageContaining("probability is 1.1");
    assertThatThrownBy(() -> Calibration.of(new double[2], new boolean[1]))
        .hasMessageContaining("there are 2");
    assertThatThrownBy(() -> CountErrors.of(new double[2], new int[1]))
        .hasMessageContaining("there are 2");
    assertThatThrownBy(() -> new RetentionOffer(0, 0, 0)).hasMessageContaining("value is 0.0");
    assertThatThrownBy(() -> new RetentionOffer(10, 10, 0)).hasMessageContaining("incentive is");
    assertThatThrownBy(() -> new RetentionOffer(10, 1, -1)).hasMessageContaining("contact is");
  }
}
