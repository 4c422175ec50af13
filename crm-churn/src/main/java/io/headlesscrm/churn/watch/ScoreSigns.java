package io.headlesscrm.churn.watch;

import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.Outcome;
import io.headlesscrm.churn.watch.Finding.Sign;
import java.util.List;

/**
 * Whether probabilities of silence come true: their sum, and their log-loss against the one that they expect of
 * themselves.
 *
 * <p>Source: Spiegelhalter (1986), Statistics in Medicine 5(5), doi:10.1002/sim.4780050506 (there for the squared error).
 */
record ScoreSigns(ChurnScorer scorer) implements Signs {

  @Override
  public List<Excess> of(Outcome outcome) {
    ChurnScores scores = scorer.score(outcome.base(), outcome.horizon());
    double[] silence = new double[scores.size()];
    for (int row = 0; row < silence.length; row++) {
      silence[row] = scores.churnProbability(row);
    }
    return of(silence, outcome.left());
  }

  static List<Excess> of(double[] silence, boolean[] left) {
    double silent = 0;
    double expected = 0;
    double variance = 0;
    double loss = 0;
    double entropy = 0;
    double lossVariance = 0;
    for (int row = 0; row < left.length; row++) {
      double p = Math.max(Calibration.CLIP, Math.min(1 - Calibration.CLIP, silence[row]));
      double lnSilent = Math.log(p);
      double lnActive = Math.log1p(-p);
      silent += left[row] ? 1 : 0;
      expected += p;
      variance += p * (1 - p);
      loss -= left[row] ? lnSilent : lnActive;
      entropy -= p * lnSilent + (1 - p) * lnActive;
      lossVariance += p * (1 - p) * (lnSilent - lnActive) * (lnSilent - lnActive);
    }
    return List.of(
        new Excess(Sign.SILENT_CUSTOMERS, left.length, silent, expected, variance, 0),
        new Excess(Sign.LOG_LOSS, left.length, loss, entropy, lossVariance, 0));
  }
}
