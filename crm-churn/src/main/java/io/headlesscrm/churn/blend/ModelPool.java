package io.headlesscrm.churn.blend;

import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.churn.bgnbd.MbgNbd;
import io.headlesscrm.churn.cnbd.MbgCnbdK;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.paretonbd.ParetoNbd;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Purchase-process models that speak with one voice: the mean of their logits, and the geometric mean of their counts.
 *
 * @param models whose counts are used too
 * @param regular where customers buy at regular intervals, that model as well; it has no part in the counts
 */
record ModelPool(List<PurchaseProcess> models, Optional<MbgCnbdK> regular) {

  /** Beyond this a model is surer than it can know. */
  private static final double MOST_LOGIT = 4;

  /** Below this a count is as good as none. */
  private static final double LEAST_COUNT = 1e-6;

  ModelPool {
    models = List.copyOf(models);
  }

  /** Those that can be fitted to a base; a verdict of severity ERROR keeps a model out. */
  static ModelPool fit(CustomerBase base) {
    PurchaseHistogram histogram = PurchaseHistogram.of(base, TimeScale.WEEK);
    List<FitResult<? extends PurchaseProcess>> fits =
        List.of(BgNbd.fit(histogram), MbgNbd.fit(histogram), ParetoNbd.fit(histogram));
    return new ModelPool(
        fits.stream()
            .filter(fit -> fit instanceof Fitted<? extends PurchaseProcess> fitted
                && fitted.diagnostics().isConverged())
            .<PurchaseProcess>map(FitResult::orThrow)
            .toList(),
        findRegular(base));
  }

  private static Optional<MbgCnbdK> findRegular(CustomerBase base) {
    return MbgCnbdK.fit(base) instanceof Fitted<MbgCnbdK> fitted
            && fitted.diagnostics().isConverged()
            && fitted.model().k() > 1
        ? Optional.of(fitted.model())
        : Optional.empty();
  }

  int size() {
    return models.size() + (regular.isPresent() ? 1 : 0);
  }

  boolean isEmpty() {
    return models.isEmpty();
  }

  /** The mean logit of a purchase within the horizon, one per row. */
  double[] logits(CustomerBase base, double days) {
    double[] logits = new double[base.size()];
    for (PurchaseProcess model : models) {
      double horizon = model.unit().fromDays(days);
      addLogits(logits, base, model.unit(), one -> model.activeProbability(one, horizon));
    }
    regular.ifPresent(model -> {
      double horizon = model.unit().fromDays(days);
      addLogits(logits, base, model.unit(), one -> model.activeProbability(one, horizon));
    });
    return logits;
  }

  private void addLogits(
      double[] logits,
      CustomerBase base,
      TimeScale unit,
      ToDoubleFunction<PurchaseHistory> probability) {
    for (int row = 0; row < logits.length; row++) {
      double active = probability.applyAsDouble(PurchaseHistory.of(base, row, unit));
      double logit = Math.log(active) - Math.log1p(-active);
      logits[row] += Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, logit)) / size();
    }
  }

  /** The mean logarithm of the expected purchase days within the horizon, one per row. */
  double[] lnCounts(CustomerBase base, double days) {
    double[] counts = new double[base.size()];
    for (PurchaseProcess model : models) {
      double horizon = model.unit().fromDays(days);
      for (int row = 0; row < counts.length; row++) {
        double expected =
            model.expectedPurchases(PurchaseHistory.of(base, row, model.unit()), horizon);
        counts[row] += Math.log(Math.max(LEAST_COUNT, expected)) / models.size();
      }
    }
    return counts;
  }
}
