package io.headlesscrm.churn.spend;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.fitting.FitVerdicts;
import io.headlesscrm.churn.fitting.ObservedInformation;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fits Gamma-Gamma by maximum likelihood: deterministic, the same in every currency. */
final class SpendFit {

  static final List<String> PARAMETERS = List.of("p", "q", "gamma");

  /** p and q, from customers who are alike to such who are not; gamma so that the mean spend is that of the sample. */
  private static final double[][] STARTS = {{6, 4}, {1, 2}, {20, 10}, {2, 1.5}};

  private static final Box BOX =
      Box.empty().withLogRange(1e-4, 1e5).withLogRange(1e-4, 1e5).withLogRange(1e-7, 1e7);

  private static final double FINITE_MEAN_FROM = 1;
  private static final double MOST_CORRELATION = 0.25;

  private final SpendSample sample;

  private SpendFit(SpendSample sample) {
    this.sample = sample;
  }

  static FitResult<Map<String, Double>> fit(SpendSample sample) {
    return sample.size() == 0
        ? new FitResult.NotFitted<>(
            new Verdict("NO_SPEND", Severity.ERROR, Reason.of("churn.fit.noSpend")))
        : new SpendFit(sample).run();
  }

  private FitResult<Map<String, Double>> run() {
    double scale = sample.meanSpend();
    SpendLikelihood likelihood = new SpendLikelihood(sample, scale);
    List<Minimum> minima = Arrays.stream(STARTS)
        .map(start -> NewtonMinimiser.minimise(likelihood, BOX, start(start[0], start[1])))
        .toList();
    Minimum best = Collections.min(
        minima, Comparator.comparingDouble(one -> one.evaluation().value()));
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("p", Math.exp(best.point(0)));
    parameters.put("q", Math.exp(best.point(1)));
    parameters.put("gamma", Math.exp(best.point(2)) * scale);
    ObservedInformation information = ObservedInformation.at(best, sample.size(), PARAMETERS, BOX);
    FitDiagnostics diagnostics = new FitDiagnostics(
        // A density of one amount per customer changes by the scale.
        -sample.size() * (best.evaluation().value() + Math.log(scale)),
        best.gradientNorm(),
        information.standardErrors(parameters),
        information.covariance(),
        verdicts(best, information, parameters.get("q")),
        sample.size(),
        distinctHistories(),
        minima.stream().mapToInt(Minimum::iterations).sum());
    return new FitResult.Fitted<>(parameters, diagnostics);
  }

  private static double[] start(double p, double q) {
    return new double[] {Math.log(p), Math.log(q), Math.log((q - 1) / p)};
  }

  private List<Verdict> verdicts(Minimum best, ObservedInformation information, double q) {
    List<Verdict> verdicts = new ArrayList<>(FitVerdicts.of(best, BOX, information, sample.size()));
    if (q <= FINITE_MEAN_FROM) {
      Reason reason = Reason.of("churn.fit.infiniteMeanSpend").with("q", q);
      verdicts.add(new Verdict("INFINITE_MEAN_SPEND", Severity.WARNING, reason));
    }
    double correlation = sample.correlation();
    if (Math.abs(correlation) > MOST_CORRELATION) {
      Reason reason = Reason.of("churn.fit.spendDependsOnFrequency")
          .with("correlation", correlation)
          .with("most", MOST_CORRELATION);
      verdicts.add(new Verdict("SPEND_DEPENDS_ON_FREQUENCY", Severity.WARNING, reason));
    }
    if (sample.notPositive() > 0) {
      Reason reason =
          Reason.of("churn.fit.spendNotPositive").with("customers", sample.notPositive());
      verdicts.add(new Verdict("SPEND_NOT_POSITIVE", Severity.INFO, reason));
    }
    return verdicts;
  }

  private int distinctHistories() {
    int distinct = 1;
    for (int i = 1; i < sample.size(); i++) {
      distinct += sample.history(i).equals(sample.history(i - 1)) ? 0 : 1;
    }
    return distinct;
  }
}
