package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.fitting.FitVerdicts;
import io.headlesscrm.churn.fitting.HistogramTotals;
import io.headlesscrm.churn.fitting.ObservedInformation;
import io.headlesscrm.churn.fitting.ProfileLikelihood;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.fitting.StayingTerms;
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

/** Fits BG/NBD (m = 0) or MBG/NBD (m = 1) by maximum likelihood: deterministic, the same in every unit of time. */
final class BetaGeometricFit {

  /**
   * Where (a, b) starts; r and alpha start at the optimum of the plain NBD model. Few may leave or many, and customers
   * may be alike in it or not.
   */
  static final double[][] DROPOUT_STARTS = {{0.5, 2}, {0.1, 0.5}, {2, 20}};

  /** In the logarithms of r, alpha in units of the longest age, a and b. */
  private static final Box NBD_BOX = Box.empty().withLogRange(1e-5, 1e5).withLogRange(1e-6, 1e6);

  static final Box BOX = NBD_BOX.withLogRange(1e-6, 1e6).withLogRange(1e-6, 1e6);

  private final PurchaseHistogram histogram;
  private final HistogramTotals totals;
  private final int m;
  private final PurchasingTerms purchasing;
  private final BetaGeometricLikelihood likelihood;

  private BetaGeometricFit(PurchaseHistogram histogram, int m, BlockRunner runner) {
    this.histogram = histogram;
    this.totals = HistogramTotals.of(histogram);
    double scale = totals.longestAge();
    this.m = m;
    this.purchasing = new PurchasingTerms(histogram, scale);
    this.likelihood = new BetaGeometricLikelihood(
        purchasing, new StayingTerms(purchasing, m), new DropoutTerms(histogram, scale, m, runner));
  }

  static FitResult<BetaGeometricKernel> fit(
      PurchaseHistogram histogram, int m, BlockRunner runner) {
    Optional<Verdict> obstacle = histogram.findObstacle();
    return obstacle.isPresent()
        ? new FitResult.NotFitted<>(obstacle.get())
        : new BetaGeometricFit(histogram, m, runner).run();
  }

  /** The intervals of a kernel that was fitted to the same histogram. */
  static Map<String, Interval> intervals(PurchaseHistogram histogram, BetaGeometricKernel kernel) {
    BetaGeometricFit fit = new BetaGeometricFit(histogram, kernel.m(), BlockRunner.sequential());
    double scale = fit.totals.longestAge();
    double[] start = {
      Math.log(kernel.r()),
      Math.log(kernel.alpha() / scale),
      Math.log(kernel.a()),
      Math.log(kernel.b())
    };
    return ProfileLikelihood.intervals(
        fit.likelihood,
        BOX,
        start,
        fit.purchasing.customers(),
        BetaGeometricKernel.PARAMETERS,
        new double[] {1, scale, 1, 1});
  }

  private FitResult<BetaGeometricKernel> run() {
    Minimum nbd = NewtonMinimiser.minimise(purchasing, NBD_BOX, totals.nbdStart());
    List<Minimum> minima = Arrays.stream(DROPOUT_STARTS)
        .map(dropout -> NewtonMinimiser.minimise(likelihood, BOX, start(nbd, dropout)))
        .toList();
    Minimum best = Collections.min(
        minima, Comparator.comparingDouble(one -> one.evaluation().value()));
    return fitted(nbd, best, minima.stream().mapToInt(Minimum::iterations).sum());
  }

  private static double[] start(Minimum nbd, double[] dropout) {
    return new double[] {nbd.point(0), nbd.point(1), Math.log(dropout[0]), Math.log(dropout[1])};
  }

  private FitResult<BetaGeometricKernel> fitted(Minimum nbd, Minimum best, int iterations) {
    BetaGeometricKernel kernel = new BetaGeometricKernel(
        Math.exp(best.point(0)),
        Math.exp(best.point(1)) * totals.longestAge(),
        Math.exp(best.point(2)),
        Math.exp(best.point(3)),
        m);
    ObservedInformation information =
        ObservedInformation.at(best, purchasing.customers(), BetaGeometricKernel.PARAMETERS, BOX);
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
