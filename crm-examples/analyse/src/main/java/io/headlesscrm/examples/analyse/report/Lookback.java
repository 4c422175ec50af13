package io.headlesscrm.examples.analyse.report;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.chart.GainCurve;
import io.headlesscrm.churn.chart.ProfitCurve;
import io.headlesscrm.churn.chart.ReliabilityDiagram;
import io.headlesscrm.churn.chart.TrackingPlot;

/** How the churn score would have done on the last window of the data, or why nobody can say. */
public sealed interface Lookback {

  /**
   * A back-test.
   *
   * @param horizonDays how long the window was, &gt; 0
   * @param customers how many were known at its start, &gt; 0
   * @param left how many of them bought nothing in it
   * @param auc of the score, in [0, 1]
   * @param naiveAuc of the days since the last purchase alone, in [0, 1]
   * @param topDecileLift of the tenth with the highest scores
   * @param tracking purchases by week
   * @param reliability predicted against observed
   * @param gain leavers found, of the score and the baselines
   * @param profit what an offer would have gained
   */
  record Seen(
      int horizonDays,
      long customers,
      long left,
      double auc,
      double naiveAuc,
      double topDecileLift,
      TrackingPlot tracking,
      ReliabilityDiagram reliability,
      GainCurve gain,
      ProfitCurve profit)
      implements Lookback {

    public Seen {
      requireNonNull(tracking, "tracking");
      requireNonNull(reliability, "reliability");
      requireNonNull(gain, "gain");
      requireNonNull(profit, "profit");
    }
  }

  /**
   * No back-test.
   *
   * @param reason why, in one sentence
   */
  record Unavailable(String reason) implements Lookback {}
}
