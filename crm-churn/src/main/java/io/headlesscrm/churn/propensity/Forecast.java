package io.headlesscrm.churn.propensity;

import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.PairedTest;
import io.headlesscrm.churn.evaluation.Ranking;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.supervised.PlattScaling;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** What was said at a date of the past, and what came. */
final class Forecast {

  /** By chance alone a curve without use would be used so often. */
  private static final double LEVEL = 0.05;

  private final LocalDate from;
  private final int days;
  private final double[] logits;
  private final boolean[] bought;
  private final double baseRate;

  Forecast(LocalDate from, int days, double[] logits, boolean[] bought, double baseRate) {
    this.from = from;
    this.days = days;
    this.logits = logits;
    this.bought = bought;
    this.baseRate = baseRate;
  }

  private Calibration plain() {
    return calibration(LogSpace::sigmoid);
  }

  private Calibration calibration(DoubleUnaryOperator probability) {
    return Calibration.of(Arrays.stream(logits).map(probability).toArray(), bought);
  }

  /** The curve that this window asks for. */
  PlattScaling curve() {
    return PlattScaling.fit(logits, bought);
  }

  /** Whether a curve that was learnt on earlier days would have been better here, and not by chance. */
  boolean isBetterBy(PlattScaling earlier) {
    PairedTest gain = calibration(earlier::of).compareLogLoss(plain());
    return earlier.slope() > 0 && gain.difference() < 0 && gain.isSignificant(LEVEL);
  }

  /** How it went, with the curve or without one. */
  ForwardCheck check(Optional<PlattScaling> earlier) {
    Calibration used = earlier.map(curve -> calibration(curve::of)).orElseGet(this::plain);
    Calibration constant = calibration(logit -> baseRate);
    int buyers = 0;
    for (boolean one : bought) {
      buyers += one ? 1 : 0;
    }
    return new ForwardCheck(
        from,
        days,
        bought.length,
        buyers,
        Ranking.of(logits, bought).auc(),
        used.brier(),
        constant.brier(),
        used.logLoss(),
        constant.logLoss());
  }
}
