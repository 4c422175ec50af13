package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.fitting.FitVerdicts;
import io.headlesscrm.churn.fitting.HistogramTotals;
import io.headlesscrm.churn.fitting.ObservedInformation;
import io.headlesscrm.churn.fitting.ProfileLikelihood;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.BlockRunner;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fits Pareto/NBD by maximum likelihood: deterministic, the same in every unit of time. */
final class ParetoFit {

  /**
   * Where (s, beta) starts, beta in units of the longest age; r and alpha start at the optimum of the plain NBD model.
   * Few may leave or many, and customers may be alike in it or not.
   */
  static final double[][] LEAVING_STARTS = {{0.5, 0.3}, {2, 2}, {0.1, 0.02}};

  /** In the logarithms of r, alpha in units of the longest age, s and beta in the same units. */
  private static final Box NBD_BOX = Box.empty().withLogRange(1e-5, 1e5).withLogRange(1e-6, 1e6);

  static final Box BOX = NBD_BOX.withLogRange(1e-5, 1e5).withLogRange(1e-6, 1e6);

  private final PurchaseHistogram histogram;
  private final HistogramTotals totals;
  private final PurchasingTerms purchasing;
  private final ParetoLikelihood likelihood;

  private ParetoFit(PurchaseHistogram histogram, BlockRunner runner) {
    this.histogram = histogram;
    this.totals = HistogramTotals.of(histogram);
    this.purchasing = new PurchasingTerms(histogram, totals.longestAge());
    this.likelihood = new ParetoLikelihood(histogram, totals.longestAge(), purchasing, runner);
  }

  static FitResult<ParetoKernel> fit(PurchaseHistogram histogram, BlockRunner runner) {
    Optional<Verdict> obstacle = histogram.findObstacle();
    return obstacle.isPresent()
        ? new FitResult.NotFitted<>(obstacle.get())
        : new ParetoFit(histogram, runner).run();
  }

  /** The intervals of a kernel that was fitted to the same histogram. */
  static Map<String, Interval> intervals(PurchaseHistogram histogram, ParetoKernel kernel) {
    ParetoFit fit = new ParetoFit(histogram, BlockRunner.sequential());
    double scale = fit.totals.longestAge();
    double[] start = {
      Math.log(kernel.r()),
      Math.log(kernel.alpha() / scale),
      Math.log(kernel.s()),
      Math.log(kernel.beta() / scale)
    };
    return ProfileLikelihood.intervals(
        fit.likelihood,
        BOX,
        start,
        fit.purchasing.customers(),
        ParetoKernel.PARAMETERS,
        new double[] {1, scale, 1, scale});
  }

  private FitResult<ParetoKernel> run() {
    Minimum nbd = NewtonMinimiser.minimise(purchasing, NBD_BOX, totals.nbdStart());
    List<Minimum> minima = Arrays.stream(LEAVING_STARTS)
        .map(leaving -> NewtonMinimiser.minimise(likelihood, BOX, start(nbd, leaving)))
        .toList();
    Minimum best = Collections.min(
        minima, Comparator.comparingDouble(one -> one.evaluation().value()));
    return fitted(nbd, best, minima.stream().mapToInt(Minimum::iterations).sum());
  }

  private static double[] start(Minimum nbd, double[] leaving) {
    return new double[] {nbd.point(0), nbd.point(1), Math.log(leaving[0]), Math.log(leaving[1])};
  }

  private FitResult<ParetoKernel> fitted(Minimum nbd, Minimum best, int iterations) {
    ParetoKernel kernel = new ParetoKernel(
        Math.exp(best.point(0)),
        Math.exp(best.point(1)) * totals.longestAge(),
        Math.exp(best.point(2)),
        Math.exp(best.point(3)) * totals.longestAge());
    ObservedInformation information =
        ObservedInformation.at(best, purchasing.customers(), ParetoKernel.PARAMETERS, BOX);
    double gain = totals.logLikelihood(best, purchasing.customers())
        - totals.logLikelihood(nbd, purchasing.customers());
    FitDiagnostics diagnostics = new FitDiagnostics(
        totals.logLikelihood(best, purchasing.customers()),
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
