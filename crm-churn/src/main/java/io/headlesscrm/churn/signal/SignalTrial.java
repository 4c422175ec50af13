package io.headlesscrm.churn.signal;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.evaluation.Calibration;
import io.headlesscrm.churn.evaluation.Outcome;
import io.headlesscrm.churn.evaluation.PairedTest;
import io.headlesscrm.churn.evaluation.Ranking;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.util.List;

/**
 * What a signal is worth, measured on what came after a date that the model did not know: the model on purchase days with
 * the signal against the same without it.
 *
 * @param weight learnt until the date
 * @param aucGain of the AUC, above 0 when the signal helps
 * @param logLossGain of the log-loss, above 0 when the signal helps
 */
public record SignalTrial(SignalWeight weight, PairedTest aucGain, PairedTest logLossGain) {

  /**
   * Tries signals one by one.
   *
   * @param log that reaches to the end of the horizon
   * @param cutoff the last day that the models know
   * @param horizon from the day after on
   * @param signals as of any date
   * @return one for each, in their order
   * @throws IllegalStateException when there is too little to learn from, or all customers left or stayed
   */
  public static List<SignalTrial> run(
      PurchaseLog log, LocalDate cutoff, Horizon horizon, List<Signal> signals) {
    Outcome outcome = Outcome.of(log, cutoff, horizon, ReturnsPolicy.SALES);
    double[] without = probabilities(SignalModel.of(List.of()), outcome);
    return signals.stream().map(signal -> trial(signal, outcome, without)).toList();
  }

  private static SignalTrial trial(Signal signal, Outcome outcome, double[] without) {
    SignalScorer scorer = SignalModel.of(List.of(signal)).fit(outcome.base()).orThrow();
    double[] with = probabilities(scorer.score(outcome.base(), outcome.horizon()));
    boolean[] left = outcome.left();
    return new SignalTrial(
        scorer.weights().get(0),
        Ranking.of(with, left).compare(Ranking.of(without, left)),
        Calibration.of(without, left).compareLogLoss(Calibration.of(with, left)));
  }

  private static double[] probabilities(SignalModel model, Outcome outcome) {
    CustomerBase base = outcome.base();
    return probabilities(model.fit(base).orThrow().score(base, outcome.horizon()));
  }

  private static double[] probabilities(ChurnScores scores) {
    double[] probabilities = new double[scores.size()];
    for (int row = 0; row < probabilities.length; row++) {
      probabilities[row] = scores.churnProbability(row);
    }
    return probabilities;
  }
}
