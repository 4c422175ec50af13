package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.AbcModel;
import io.headlesscrm.segmentation.rfm.Rfm;
import io.headlesscrm.segmentation.rfm.RfmModel;
import io.headlesscrm.segmentation.rfm.RfmScores;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * What the library says about one base: segments, classes, churn probabilities and the revenue at risk.
 *
 * @param base the customers as of the date
 * @param rfmModel the frozen RFM model
 * @param scores its scores
 * @param rfm its segments
 * @param abcModel the frozen ABC model
 * @param abc its classes
 * @param further the other segmentations that were asked for
 * @param leftOut what each of those lacks that could not be made
 * @param choice the default scorer and a purchase-process model, as far as they could be fitted
 * @param horizon how far the churn probability looks
 * @param churn the probabilities, when there is a scorer
 * @param hindsight how the scorer would have done on the last window of the data
 * @param retention the offer whose profit is reckoned
 */
public record Analysis(
    CustomerBase base,
    RfmModel rfmModel,
    RfmScores scores,
    Segmentation rfm,
    AbcModel abcModel,
    Segmentation abc,
    Map<FurtherSegmentation, Segmentation> further,
    Map<FurtherSegmentation, List<String>> leftOut,
    ChurnChoice choice,
    Horizon horizon,
    Optional<ChurnScores> churn,
    Hindsight hindsight,
    RetentionTerms retention) {

  private static final int RECENT_DAYS = 365;
  private static final Measure RECENT_SPEND = Measure.of("spend of the last year", "minor units");

  /**
   * Analyses the customers of a log.
   *
   * @param log not empty
   * @param asOf the first day that does not count
   * @param returns which rows count
   * @param horizon how far the churn probability looks
   * @param further which segmentations are asked for beside RFM and ABC
   * @param retention the offer whose profit is reckoned
   * @return the analysis
   * @throws IllegalArgumentException when one that was asked for by name lacks something
   * @throws IllegalStateException when the base has no customer
   */
  public static Analysis of(
      PurchaseLog log,
      LocalDate asOf,
      ReturnsPolicy returns,
      Horizon horizon,
      FurtherSegmentations further,
      RetentionTerms retention) {
    CustomerBase base = further.addMeasures(withRecentSpend(log.asOf(asOf, returns), log));
    if (base.size() == 0) {
      throw new IllegalStateException("there is no customer with a purchase before " + asOf
          + " under the policy " + returns
          + ". Maybe the date is too early, or all rows are returns, which --returns net counts?");
    }
    // fits everything a second time, beside what is fitted here
    CompletableFuture<Hindsight> hindsight =
        CompletableFuture.supplyAsync(() -> Hindsight.of(log, asOf, returns, horizon));
    RfmModel rfm = Rfm.quintiles().fit(base);
    AbcModel abc = Abc.byValue().fit(base);
    ChurnChoice choice = ChurnChoice.of(base);
    return new Analysis(
        base,
        rfm,
        rfm.scores(base),
        rfm.segment(base),
        abc,
        abc.segment(base),
        further.segment(base, log),
        further.missing(base, log),
        choice,
        horizon,
        choice.scorer().map(scorer -> scorer.score(base, horizon)),
        hindsight.join(),
        retention);
  }

  /** A year, so that what stopped long ago is not called usual. */
  private static CustomerBase withRecentSpend(CustomerBase base, PurchaseLog log) {
    LocalDate start = base.asOf().minusDays(RECENT_DAYS);
    CustomerBase recent =
        log.within(new ObservationWindow(start, base.asOf()), base.returnsPolicy());
    double[] spend = new double[base.size()];
    for (int row = 0; row < spend.length; row++) {
      OptionalInt recentRow = recent.findRow(base.customer(row));
      spend[row] = recentRow.isPresent() ? recent.spendMinor(recentRow.getAsInt()) : 0;
    }
    return base.with(RECENT_SPEND, spend);
  }

  /**
   * What a customer usually brings within the horizon, at the pace of the last year. A customer who is younger than the
   * horizon is taken to bring what came so far: a first purchase of yesterday is not a purchase every day.
   *
   * @param row of the base
   * @return minor units
   */
  double usualRevenueMinor(int row) {
    int observedDays = Math.min(base.age(row) + 1, RECENT_DAYS);
    return base.value(RECENT_SPEND, row) * horizon.days() / Math.max(observedDays, horizon.days());
  }

  /**
   * The usual revenue of the horizon times the probability of no purchase in it.
   *
   * @param row of the base
   * @return minor units; NaN without a scorer
   */
  double valueAtRiskMinor(int row) {
    return churn
        .map(scores -> usualRevenueMinor(row) * scores.churnProbability(row))
        .orElse(Double.NaN);
  }

  /** The rows with the most revenue at risk, the most first; ties by id. */
  List<Integer> mostAtRisk(int n) {
    return IntStream.range(0, base.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(row -> -valueAtRiskMinor(row))
            .thenComparing(Comparator.naturalOrder()))
        .limit(n)
        .toList();
  }
}
