package io.headlesscrm.churn.evaluation;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.util.Arrays;

/** The baselines that need no model. */
final class Naive {

  private Naive() {}

  /** The longer ago the last purchase, the more likely to leave. */
  static Judgement recency(Outcome outcome) {
    CustomerBase base = outcome.base();
    double[] scores = new double[base.size()];
    Arrays.setAll(scores, base::recencyDays);
    return Judgement.ofScores(Backtest.RECENCY, scores, outcome.left());
  }

  /**
   * The part of the customers known before the last span of the horizon's length who did not buy in it, and their mean
   * number of purchase days. Where the history is shorter than two horizons, the second half of it is the span, and a
   * customer's chance of silence is that of several such spans.
   */
  static Judgement lastShare(Outcome outcome) {
    CustomerBase base = outcome.base();
    int history = base.window().days();
    int span = Math.max(1, Math.min(outcome.horizon().days(), history / 2));
    double spans = (double) outcome.horizon().days() / span;
    int start = Math.toIntExact(base.asOf().toEpochDay()) - span;
    int known = 0;
    int silent = 0;
    long bought = 0;
    for (int row = 0; row < base.size(); row++) {
      PurchaseSummary summary = base.summary(row);
      int[] days = summary.epochDays();
      int later = 0;
      for (int day : days) {
        later += day >= start ? 1 : 0;
      }
      if (later < days.length) {
        known++;
        bought += later;
        silent += later == 0 ? 1 : 0;
      }
    }
    double share = known == 0 ? 0.5 : Math.pow((double) silent / known, spans);
    double mean = known == 0 ? 0 : spans * bought / known;
    double[] probabilities = new double[base.size()];
    double[] forecasts = new double[base.size()];
    Arrays.fill(probabilities, share);
    Arrays.fill(forecasts, mean);
    return Judgement.ofProbabilities(
        Backtest.LAST_SHARE,
        true,
        probabilities,
        outcome.left(),
        CountErrors.of(forecasts, outcome.purchaseDays()));
  }
}
