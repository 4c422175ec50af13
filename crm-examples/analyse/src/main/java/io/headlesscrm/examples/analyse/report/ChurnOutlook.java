package io.headlesscrm.examples.analyse.report;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.chart.RecencyFrequencyMatrix;
import java.math.BigDecimal;
import java.util.List;

/** Who is expected not to buy within the horizon, or why nobody can say. */
public sealed interface ChurnOutlook {

  /**
   * Remarks on the fit, the most serious first.
   *
   * @return the verdicts, empty where there is nothing to say
   */
  List<FitVerdict> verdicts();

  /**
   * An outlook.
   *
   * @param model what gives the score, in words
   * @param horizonDays the horizon in days, &gt; 0
   * @param expectedSilent expected number of customers without a purchase within the horizon: the
   *     sum of their probabilities
   * @param valueAtRisk revenue at risk, over all customers
   * @param bins the customers by their probability of no purchase, ascending
   * @param bySegment revenue at risk by segment, in any order
   * @param callFirst the customers to call first, the most urgent first
   * @param matrix the probability of a purchase by frequency and recency
   * @param lookback how the score would have done on the last window of the data
   * @param verdicts remarks on the fit, the most serious first
   */
  record Fitted(
      String model,
      int horizonDays,
      double expectedSilent,
      BigDecimal valueAtRisk,
      List<RiskBin> bins,
      List<SegmentAtRisk> bySegment,
      List<CustomerToCall> callFirst,
      RecencyFrequencyMatrix matrix,
      Lookback lookback,
      List<FitVerdict> verdicts)
      implements ChurnOutlook {

    public Fitted {
      bins = List.copyOf(bins);
      bySegment = List.copyOf(bySegment);
      callFirst = List.copyOf(callFirst);
      requireNonNull(matrix, "matrix");
      requireNonNull(lookback, "lookback");
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * No outlook.
   *
   * @param reason why, in one sentence
   * @param verdicts remarks on the fit that failed, empty where none was tried
   */
  record Unavailable(String reason, List<FitVerdict> verdicts) implements ChurnOutlook {

    public Unavailable {
      verdicts = List.copyOf(verdicts);
    }
  }
}
