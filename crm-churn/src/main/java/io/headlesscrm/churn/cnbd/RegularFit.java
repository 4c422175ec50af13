package io.headlesscrm.churn.cnbd;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.fitting.FitVerdicts;
import io.headlesscrm.churn.fitting.HistogramTotals;
import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.fitting.ObservedInformation;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.fitting.StayingTerms;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Fits MBG/CNBD-k for one k after the other, as long as each is better than the one before. */
final class RegularFit {

  private static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");
  private static final double[][] DROPOUT_STARTS = {{0.5, 2}, {0.1, 0.5}, {2, 20}};
  private static final Box NBD_BOX = Box.empty().withLogRange(1e-5, 1e5).withLogRange(1e-6, 1e6);
  private static final Box BOX = NBD_BOX.withLogRange(1e-6, 1e6).withLogRange(1e-6, 1e6);
  private static final int MOST_REGULAR = 12;

  private final PurchaseHistogram histogram;
  private final double sumOfLogGaps;
  private final HistogramTotals totals;

  private RegularFit(PurchaseHistogram histogram, double sumOfLogGaps) {
    this.histogram = histogram;
    this.sumOfLogGaps = sumOfLogGaps;
    this.totals = HistogramTotals.of(histogram);
  }

  static FitResult<RegularKernel> fit(PurchaseHistogram histogram, double sumOfLogGaps) {
    Optional<Verdict> obstacle = histogram.findObstacle();
    return obstacle.isPresent()
        ? new FitResult.NotFitted<>(obstacle.get())
        : new RegularFit(histogram, sumOfLogGaps).run();
  }

  private FitResult<RegularKernel> run() {
    FitResult.Fitted<RegularKernel> best = fit(1);
    for (int k = 2; k <= MOST_REGULAR; k++) {
      FitResult.Fitted<RegularKernel> next = fit(k);
      if (next.diagnostics().logLikelihood() <= best.diagnostics().logLikelihood()) {
        break;
      }
      best = next;
    }
    return best;
  }

  private FitResult.Fitted<RegularKernel> fit(int k) {
    double scale = totals.longestAge();
    PurchasingTerms events = new PurchasingTerms(everyEvent(k), scale);
    StayingTerms staying = new StayingTerms(new PurchasingTerms(histogram, scale), 1);
    WaitingTerms waiting = new WaitingTerms(histogram, scale, k);
    Objective likelihood = point -> {
      LogLikelihoodSum sum = new LogLikelihoodSum(PARAMETERS.size());
      double r = Math.exp(point[0]);
      double alpha = Math.exp(point[1]);
      double a = Math.exp(point[2]);
      double b = Math.exp(point[3]);
      events.addTo(sum, r, alpha);
      staying.addTo(sum, a, b);
      waiting.addTo(sum, r, alpha, a, b);
      return sum.toMeanLoss((double) histogram.customers());
    };
    Minimum nbd = NewtonMinimiser.minimise(
        events, NBD_BOX, new double[] {0, totals.nbdStart()[1] - Math.log(k)});
    List<Minimum> minima = Arrays.stream(DROPOUT_STARTS)
        .map(start -> NewtonMinimiser.minimise(likelihood, BOX, new double[] {
          nbd.point(0), nbd.point(1), Math.log(start[0]), Math.log(start[1])
        }))
        .toList();
    Minimum best = Collections.min(
        minima, Comparator.comparingDouble(one -> one.evaluation().value()));
    return fitted(k, best, minima.stream().mapToInt(Minimum::iterations).sum());
  }

  /** The random process of which every k-th event is a purchase, as far as the purchases show it. */
  private PurchaseHistogram everyEvent(int k) {
    PurchaseHistogram.Builder builder = PurchaseHistogram.builder(histogram.unit());
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      builder.add(
          Math.multiplyExact(k, histogram.repeatPurchases(row)),
          histogram.recencyOfLast(row),
          histogram.age(row),
          histogram.count(row));
    }
    return builder.build();
  }

  private FitResult.Fitted<RegularKernel> fitted(int k, Minimum best, int iterations) {
    RegularKernel kernel = new RegularKernel(
        k,
        Math.exp(best.point(0)),
        Math.exp(best.point(1)) * totals.longestAge(),
        Math.exp(best.point(2)),
        Math.exp(best.point(3)));
    ObservedInformation information =
        ObservedInformation.at(best, (double) histogram.customers(), PARAMETERS, BOX);
    // In the unit of the data, with what depends on k alone: k x events change by the unit to the
    // power k x.
    double logLikelihood = -best.evaluation().value() * histogram.customers()
        - k * totals.purchaseSum() * Math.log(totals.longestAge())
        + (k - 1) * sumOfLogGaps
        - totals.purchaseSum() * GammaFunctions.lnGamma(k);
    FitDiagnostics diagnostics = new FitDiagnostics(
        logLikelihood,
        best.gradientNorm(),
        information.standardErrors(kernel.parameters()),
        information.covariance(),
        FitVerdicts.of(best, BOX, information, histogram.repeatCustomers()),
        histogram.customers(),
        histogram.uniqueTriples(),
        iterations);
    return new FitResult.Fitted<>(kernel, diagnostics);
  }
}
