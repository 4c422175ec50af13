package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.fitting.FitVerdicts;
import io.headlesscrm.churn.fitting.HistogramTotals;
import io.headlesscrm.churn.fitting.ObservedInformation;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Fits BG/BB by maximum likelihood: deterministic. */
final class BgBbFit {

  /** Where (gamma, delta) starts; alpha and beta start at the optimum of a model in which nobody leaves. */
  private static final double[][] LEAVING_STARTS = {{0.5, 2}, {0.1, 0.5}, {2, 20}};

  private static final Box STAYING_BOX =
      Box.empty().withLogRange(1e-5, 1e5).withLogRange(1e-5, 1e5);

  private static final Box BOX = STAYING_BOX.withLogRange(1e-6, 1e6).withLogRange(1e-6, 1e6);

  private final OpportunityHistogram histogram;
  private final HistogramTotals totals;
  private final BlockRunner runner;

  private BgBbFit(OpportunityHistogram histogram, BlockRunner runner) {
    this.histogram = histogram;
    this.totals = totals(histogram);
    this.runner = runner;
  }

  static FitResult<BgBbKernel> fit(OpportunityHistogram histogram, BlockRunner runner) {
    Optional<Verdict> obstacle = histogram.findObstacle();
    return obstacle.isPresent()
        ? new FitResult.NotFitted<>(obstacle.get())
        : new BgBbFit(histogram, runner).run();
  }

  /** In opportunities. */
  private static HistogramTotals totals(OpportunityHistogram histogram) {
    double longest = 0;
    double opportunities = 0;
    double purchases = 0;
    double last = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      double customers = (double) histogram.count(row);
      OpportunityHistory history = histogram.history(row);
      longest = Math.max(longest, history.opportunities());
      opportunities += customers * history.opportunities();
      purchases += customers * history.repeatPurchases();
      last += customers * history.lastPurchase();
    }
    return new HistogramTotals(longest, opportunities, purchases, last);
  }

  private FitResult<BgBbKernel> run() {
    int longest = (int) totals.longestAge();
    Minimum staying = NewtonMinimiser.minimise(
        new BetaBinomialLikelihood(histogram, longest), STAYING_BOX, new double[] {0, 0});
    BgBbLikelihood likelihood = new BgBbLikelihood(histogram, longest, runner);
    List<Minimum> minima = Arrays.stream(LEAVING_STARTS)
        .map(leaving -> NewtonMinimiser.minimise(likelihood, BOX, new double[] {
          staying.point(0), staying.point(1), Math.log(leaving[0]), Math.log(leaving[1])
        }))
        .toList();
    Minimum best = Collections.min(
        minima, Comparator.comparingDouble(one -> one.evaluation().value()));
    return fitted(staying, best, minima.stream().mapToInt(Minimum::iterations).sum());
  }

  private FitResult<BgBbKernel> fitted(Minimum staying, Minimum best, int iterations) {
    BgBbKernel kernel = new BgBbKernel(
        Math.exp(best.point(0)),
        Math.exp(best.point(1)),
        Math.exp(best.point(2)),
        Math.exp(best.point(3)));
    double customers = (double) histogram.customers();
    ObservedInformation information =
        ObservedInformation.at(best, customers, BgBbKernel.PARAMETERS, BOX);
    double gain = customers * (staying.evaluation().value() - best.evaluation().value());
    FitDiagnostics diagnostics = new FitDiagnostics(
        -customers * best.evaluation().value(),
        best.gradientNorm(),
        information.standardErrors(kernel.parameters()),
        information.covariance(),
        FitVerdicts.of(best, BOX, information, gain, totals, histogram.repeatCustomers()),
        histogram.customers(),
        histogram.uniqueTriples(),
        iterations);
    return new FitResult.Fitted<>(kernel, diagnostics);
  }
}
