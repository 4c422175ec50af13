package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.chart.TrackingPlot;
import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.BacktestReport;
import io.headlesscrm.churn.evaluation.Judgement;
import io.headlesscrm.churn.evaluation.WeeklyTracking;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The default scorer as it would have been one horizon ago, beside what happened since: the last window that the data
 * allow. The scorer is given the base as of that day and nothing else.
 */
public sealed interface Hindsight {

  /**
   * What was seen.
   *
   * @param report the scorer and the naive baselines
   * @param judgement that of the scorer
   * @param tracking purchases by week; without weeks after the cutoff for a horizon below a week
   */
  record Seen(BacktestReport report, Judgement judgement, TrackingPlot tracking)
      implements Hindsight {}

  /**
   * The data allow no such test.
   *
   * @param why in a sentence
   */
  record Unseen(Reason why) implements Hindsight {}

  /** Weeks before the cutoff that the tracking plot shows. */
  int WEEKS_BEFORE = 26;

  /**
   * Looks back.
   *
   * @param log not empty
   * @param asOf the first day that does not count
   * @param policy which rows count
   * @param horizon how long the window is
   * @return what was seen, or why nothing was
   */
  static Hindsight of(PurchaseLog log, LocalDate asOf, ReturnsPolicy policy, Horizon horizon) {
    LocalDate cutoff = asOf.minusDays(1L + horizon.days());
    if (asOf.isAfter(log.window().end())) {
      return new Unseen(Reason.of("analyse.hindsight.open")
          .withValue("last", log.window().end().minusDays(1)));
    }
    if (cutoff.minusDays(horizon.days() - 1L).isBefore(log.window().start())) {
      return new Unseen(Reason.of("analyse.hindsight.short")
          .with("days", log.window().start().until(asOf, ChronoUnit.DAYS))
          .with("least", 2L * horizon.days()));
    }
    if (log.through(cutoff, policy).size() == 0) {
      return new Unseen(Reason.of("analyse.hindsight.nobody").withValue("cutoff", cutoff));
    }
    return run(log, cutoff, policy, horizon);
  }

  private static Hindsight run(
      PurchaseLog log, LocalDate cutoff, ReturnsPolicy policy, Horizon horizon) {
    AtomicReference<FitResult<Blend>> fit = new AtomicReference<>();
    BacktestReport report = Backtest.of()
        .withPolicy(policy)
        .with(Blend.NAME, base -> {
          fit.set(Blend.fit(base));
          return fit.get();
        })
        .run(log, cutoff, horizon);
    Optional<Judgement> judgement = report.findJudgement(Blend.NAME);
    if (judgement.isEmpty() || !(fit.get() instanceof FitResult.Fitted<Blend> fitted)) {
      return new Unseen(Reason.of("analyse.hindsight.noScorer").withValue("cutoff", cutoff));
    }
    double active = report.outcome().activeShare();
    if (active == 0 || active == 1) {
      return new Unseen(
          Reason.of(active == 0 ? "analyse.hindsight.allLeft" : "analyse.hindsight.allStayed")
              .withValue("cutoff", cutoff));
    }
    int weeks = horizon.days() / 7;
    List<WeeklyTracking> tracking =
        weeks == 0 ? List.of() : WeeklyTracking.of(fitted.model(), log, cutoff, weeks, policy);
    return new Seen(
        report, judgement.get(), TrackingPlot.of(report.outcome().base(), tracking, WEEKS_BEFORE));
  }
}
