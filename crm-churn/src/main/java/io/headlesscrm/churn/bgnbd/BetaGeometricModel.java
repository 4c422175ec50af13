package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.Interval;
import io.headlesscrm.churn.fitting.ProfileLikelihood;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.ProfileIntervals;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.time.TimeScale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What BG/NBD and MBG/NBD have in common: while a customer is alive purchases come at random at the customer's own
 * rate, and after a purchase the customer leaves for good with the customer's own probability. Rates differ between
 * customers as Gamma(r, alpha), probabilities of leaving as Beta(a, b).
 *
 * <p>All times are in the model's {@link #unit()}; alpha is a rate and has that unit too. Every figure is exact to about
 * 1e-11 relative, also where textbook formulas overflow or cancel. Immutable and thread-safe.
 */
public abstract sealed class BetaGeometricModel extends PurchaseProcess implements ProfileIntervals
    permits BgNbd, MbgNbd {

  private final BetaGeometricKernel kernel;

  BetaGeometricModel(TimeScale unit, BetaGeometricKernel kernel, @Nullable Provenance provenance) {
    super(unit, kernel, provenance);
    this.kernel = kernel;
  }

  static BetaGeometricKernel kernel(double r, double alpha, double a, double b, int m) {
    return new BetaGeometricKernel(
        positive("r", r), positive("alpha", alpha), positive("a", a), positive("b", b), m);
  }

  @Override
  public Map<String, Interval> profileIntervals(PurchaseHistogram histogram) {
    ProfileLikelihood.requireFitted(histogram, unit());
    return BetaGeometricFit.intervals(histogram, kernel);
  }

  /**
   * The shape of the purchase rates.
   *
   * @return above 0
   */
  public final double r() {
    return kernel.r();
  }

  /**
   * The rate of the purchase rates.
   *
   * @return above 0, in the model's unit
   */
  public final double alpha() {
    return kernel.alpha();
  }

  /**
   * The probability of at least one purchase within a horizon of a customer who is still one.
   *
   * @param history of the customer
   * @param horizon from the end of observation, in the model's unit, at least 0 and finite
   * @return a probability in [0, 1]
   */
  public final double activeProbabilityIfAlive(PurchaseHistory history, double horizon) {
    return kernel.activeProbabilityIfAlive(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon);
  }

  final BetaGeometricKernel kernel() {
    return kernel;
  }
}
