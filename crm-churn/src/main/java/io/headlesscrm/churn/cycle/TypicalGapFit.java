package io.headlesscrm.churn.cycle;

import io.headlesscrm.churn.FitDiagnostics;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.GammaFunctions;
import io.headlesscrm.churn.internal.math.NewtonMinimiser;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.Objective;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits the typical gap g in ln g: the likelihood of a customer is x! g / (g + T)^(1 + x), that of the NBD model with
 * shape 1.
 */
final class TypicalGapFit implements Objective {

  /** From a tenth of a second to three million years, in days. */
  private static final Box BOX = Box.empty().withLogRange(1e-6, 1e9);

  private final PurchaseHistogram histogram;
  private final double customers;

  private TypicalGapFit(PurchaseHistogram histogram) {
    this.histogram = histogram;
    this.customers = histogram.customers();
  }

  static FitResult<Double> fit(PurchaseHistogram histogram) {
    Optional<Verdict> obstacle = histogram.findObstacle();
    return obstacle.isPresent()
        ? new FitResult.NotFitted<>(obstacle.get())
        : new TypicalGapFit(histogram).run();
  }

  private FitResult<Double> run() {
    Minimum minimum = NewtonMinimiser.minimise(this, BOX, new double[] {Math.log(meanAge())});
    double gap = Math.exp(minimum.point(0));
    double information = customers * minimum.evaluation().hessian(0, 0);
    FitDiagnostics diagnostics = new FitDiagnostics(
        -minimum.evaluation().value() * customers,
        minimum.gradientNorm(),
        information > 0 ? Map.of("typicalGap", gap / Math.sqrt(information)) : Map.of(),
        information > 0
            ? LogCovariance.of(List.of("typicalGap"), new double[][] {{1 / information}})
            : LogCovariance.unknown(),
        verdicts(minimum),
        histogram.customers(),
        histogram.uniqueTriples(),
        minimum.iterations());
    return new FitResult.Fitted<>(gap, diagnostics);
  }

  private static List<Verdict> verdicts(Minimum minimum) {
    return minimum.isConverged()
        ? List.of()
        : List.of(Verdict.notConverged(minimum.gradientNorm(), NewtonMinimiser.GRADIENT_TOLERANCE));
  }

  private double meanAge() {
    double sum = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      sum += histogram.count(row) * histogram.age(row);
    }
    return sum / customers;
  }

  /** Minus the mean log-likelihood. */
  @Override
  public Evaluation at(double[] point) {
    double gap = Math.exp(point[0]);
    double value = 0;
    double slope = 0;
    double curve = 0;
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      double count = histogram.count(row);
      double events = histogram.repeatPurchases(row) + 1;
      double sum = gap + histogram.age(row);
      double share = gap / sum;
      value += count * (GammaFunctions.lnGamma(events) + point[0] - events * Math.log(sum));
      slope += count * (1 - events * share);
      curve -= count * events * share * (1 - share);
    }
    return new Evaluation(
        -value / customers, new double[] {-slope / customers}, new double[][] {{-curve / customers}
        });
  }
}
