package io.headlesscrm.churn.watch;

import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.PurchaseProcess;

/**
 * What a model expects of the number of purchases of one customer within a horizon, and of its own log-likelihood.
 *
 * @param silent the probability of none
 * @param mean of the number
 * @param variance of the number
 * @param lnMean of the logarithm of the probability of the number
 * @param lnVariance of that logarithm
 */
record CountMoments(double silent, double mean, double variance, double lnMean, double lnVariance) {

  /** Counts that are left out are less likely than this together. */
  private static final double LEFT_OUT = 1e-7;

  private static final int MOST_PURCHASES = 100_000;
  private static final double LEAST_PROBABILITY = 1e-300;

  static CountMoments of(PurchaseProcess model, PurchaseHistory history, double horizon) {
    double silent = model.countProbability(0, history, horizon);
    double all = 0;
    double sum = 0;
    double squares = 0;
    double lnSum = 0;
    double lnSquares = 0;
    double probability = silent;
    for (int count = 0; all < 1 - LEFT_OUT && count < MOST_PURCHASES; count++) {
      probability = count == 0 ? silent : model.countProbability(count, history, horizon);
      if (probability > 0) {
        double ln = Math.log(probability);
        all += probability;
        sum += probability * count;
        squares += probability * count * count;
        lnSum += probability * ln;
        lnSquares += probability * ln * ln;
      }
    }
    return new CountMoments(
        silent,
        sum,
        Math.max(0, squares - sum * sum),
        lnSum,
        Math.max(0, lnSquares - lnSum * lnSum));
  }

  static double lnProbability(
      PurchaseProcess model, int count, PurchaseHistory history, double horizon) {
    return Math.log(Math.max(LEAST_PROBABILITY, model.countProbability(count, history, horizon)));
  }
}
