package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.chart.GainCurve;
import io.headlesscrm.churn.chart.ProfitCurve;
import io.headlesscrm.churn.chart.RecencyFrequencyMatrix;
import io.headlesscrm.churn.chart.ReliabilityDiagram;
import io.headlesscrm.churn.evaluation.Backtest;
import io.headlesscrm.churn.evaluation.Judgement;
import io.headlesscrm.churn.evaluation.Outcome;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.examples.analyse.report.ChurnOutlook;
import io.headlesscrm.examples.analyse.report.CustomerToCall;
import io.headlesscrm.examples.analyse.report.FitVerdict;
import io.headlesscrm.examples.analyse.report.Lookback;
import io.headlesscrm.examples.analyse.report.RiskBin;
import io.headlesscrm.examples.analyse.report.SegmentAtRisk;
import io.headlesscrm.segmentation.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the report says about who may not come back. */
final class ChurnSection {

  private static final int BINS = 10;
  private static final int CALLS = 10;
  /** So many fit on the page; customers.csv has them all. */
  private static final int REASONS = 3;

  private static final int CURVE_STEPS = 50;
  private static final int PROFIT_POINTS = 200;

  private final Analysis analysis;
  private final Locale locale;

  ChurnSection(Analysis analysis, Locale locale) {
    this.analysis = analysis;
    this.locale = locale;
  }

  ChurnOutlook outlook() {
    Optional<Blend> scorer = analysis.choice().scorer();
    Optional<ChurnScores> scores = analysis.churn();
    return scorer.isPresent() && scores.isPresent()
        ? fitted(scorer.get(), scores.get())
        : new ChurnOutlook.Unavailable(Reason.of("analyse.churn.none").text(locale), verdicts());
  }

  private ChurnOutlook fitted(Blend scorer, ChurnScores scores) {
    return new ChurnOutlook.Fitted(
        ModelLabels.of(scorer).text(locale),
        analysis.horizon().days(),
        expectedSilent(scores),
        SegmentTotals.of(analysis, row -> true).valueAtRisk(analysis.base()),
        bins(scores),
        bySegment(),
        analysis.mostAtRisk(CALLS).stream().map(row -> toCall(scores, row)).toList(),
        RecencyFrequencyMatrix.of(scores),
        lookback(),
        verdicts());
  }

  private Lookback lookback() {
    return analysis.hindsight() instanceof Hindsight.Seen seen
        ? lookback(seen)
        : new Lookback.Unavailable(
            ((Hindsight.Unseen) analysis.hindsight()).why().text(locale));
  }

  private Lookback lookback(Hindsight.Seen seen) {
    Outcome outcome = seen.report().outcome();
    Judgement judgement = seen.judgement();
    long left = Math.round(outcome.base().size() * (1 - outcome.activeShare()));
    return new Lookback.Seen(
        outcome.horizon().days(),
        outcome.base().size(),
        left,
        judgement.ranking().auc(),
        seen.report().findJudgement(Backtest.RECENCY).orElseThrow().ranking().auc(),
        judgement.topDecileLift(),
        seen.tracking(),
        ReliabilityDiagram.of(judgement.findCalibration().orElseThrow()),
        GainCurve.of(seen.report(), CURVE_STEPS),
        ProfitCurve.of(
            judgement,
            analysis.retention().offer(),
            analysis.retention().success(),
            PROFIT_POINTS));
  }

  private static double expectedSilent(ChurnScores scores) {
    double sum = 0;
    for (int row = 0; row < scores.size(); row++) {
      sum += scores.churnProbability(row);
    }
    return sum;
  }

  private static List<RiskBin> bins(ChurnScores scores) {
    long[] customers = new long[BINS];
    for (int row = 0; row < scores.size(); row++) {
      customers[Math.min(BINS - 1, (int) (scores.churnProbability(row) * BINS))]++;
    }
    List<RiskBin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(new RiskBin((double) bin / BINS, (bin + 1.0) / BINS, customers[bin]));
    }
    return bins;
  }

  private List<SegmentAtRisk> bySegment() {
    CustomerBase base = analysis.base();
    List<SegmentAtRisk> rows = new ArrayList<>();
    for (Segment segment : analysis.rfmModel().segments()) {
      SegmentTotals totals =
          SegmentTotals.of(analysis, row -> analysis.rfm().segment(row).equals(segment));
      if (totals.customers() > 0) {
        rows.add(new SegmentAtRisk(
            segment.code(), totals.customers(), totals.usual(base), totals.valueAtRisk(base)));
      }
    }
    return rows;
  }

  private CustomerToCall toCall(ChurnScores scores, int row) {
    CustomerBase base = analysis.base();
    return new CustomerToCall(
        base.customer(row).value(),
        analysis.rfm().segment(row).code(),
        base.asOf().minusDays(base.recencyDays(row)),
        base.spend(row).toDecimal(),
        scores.churnProbability(row),
        Amounts.ofMinor(analysis.valueAtRiskMinor(row), base.currency()),
        sentence(scores.score(row).reasons()));
  }

  private String sentence(List<Reason> reasons) {
    String text = reasons.stream()
        .limit(REASONS)
        .map(reason -> reason.text(locale))
        .collect(Collectors.joining("; "));
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private List<FitVerdict> verdicts() {
    return analysis.choice().verdicts().stream().map(this::verdict).toList();
  }

  private FitVerdict verdict(Verdict verdict) {
    FitVerdict.Severity severity = switch (verdict.severity()) {
      case INFO -> FitVerdict.Severity.NOTE;
      case WARNING -> FitVerdict.Severity.CAUTION;
      case ERROR -> FitVerdict.Severity.WARNING;
    };
    return new FitVerdict(verdict.code(), severity, verdict.reason().text(locale));
  }
}
