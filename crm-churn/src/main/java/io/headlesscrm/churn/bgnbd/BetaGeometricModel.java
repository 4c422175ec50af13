package io.headlesscrm.churn.bgnbd;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What BG/NBD and MBG/NBD have in common: while a customer is alive purchases come at random at the customer's own
 * rate, and after a purchase the customer leaves for good with the customer's own probability. Rates differ between
 * customers as Gamma(r, alpha), probabilities of leaving as Beta(a, b).
 *
 * <p>All times are in the model's {@link #unit()}; alpha is a rate and has that unit too. Every figure is exact to about
 * 1e-11 relative, also where textbook formulas overflow or cancel. Immutable and thread-safe.
 */
public abstract sealed class BetaGeometricModel implements ChurnScorer permits BgNbd, MbgNbd {

  private final TimeScale unit;
  private final BetaGeometricKernel kernel;
  private final @Nullable Provenance provenance;

  BetaGeometricModel(TimeScale unit, BetaGeometricKernel kernel, @Nullable Provenance provenance) {
    this.unit = requireNonNull(unit, "unit");
    this.kernel = kernel;
    this.provenance = provenance;
  }

  static BetaGeometricKernel kernel(double r, double alpha, double a, double b, int m) {
    requirePositive("r", r);
    requirePositive("alpha", alpha);
    requirePositive("a", a);
    requirePositive("b", b);
    return new BetaGeometricKernel(r, alpha, a, b, m);
  }

  final BetaGeometricKernel kernel() {
    return kernel;
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be above 0 and finite");
    }
  }

  /**
   * The name of the model in files and provenances.
   *
   * @return {@code bg-nbd} or {@code mbg-nbd}
   */
  public abstract String name();

  /**
   * The unit of all its times.
   *
   * @return hour, day or week
   */
  public TimeScale unit() {
    return unit;
  }

  /**
   * The parameters by name.
   *
   * @return r, alpha, a and b in this order, each above 0
   */
  public Map<String, Double> parameters() {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("r", kernel.r());
    parameters.put("alpha", kernel.alpha());
    parameters.put("a", kernel.a());
    parameters.put("b", kernel.b());
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * What it was fitted on.
   *
   * @return empty for a model whose parameters were given, or fitted on a histogram, which has no dates
   */
  public Optional<Provenance> findProvenance() {
    return Optional.ofNullable(provenance);
  }

  /**
   * How well the model explains a history.
   *
   * @param history of one customer
   * @return the log-likelihood, a density per time unit to the power of the repeat purchases
   */
  public double logLikelihood(PurchaseHistory history) {
    return kernel.logLikelihood(history.repeatPurchases(), history.recencyOfLast(), history.age());
  }

  /**
   * P(alive): the probability of not having left for good at the end of observation. In BG/NBD 1 for everybody who
   * never came back, a property of the model and the reason why it is no churn score.
   *
   * @param history of one customer
   * @return a probability in [0, 1]
   */
  public double aliveProbability(PurchaseHistory history) {
    return kernel.aliveProbability(
        history.repeatPurchases(), history.recencyOfLast(), history.age());
  }

  /**
   * ln P(alive).
   *
   * @param history of one customer
   * @return at most 0; finite even where P(alive) is too small for a double
   */
  public double logAliveProbability(PurchaseHistory history) {
    return kernel.logAliveProbability(
        history.repeatPurchases(), history.recencyOfLast(), history.age());
  }

  /**
   * The probability of at least one purchase within a horizon: one minus the churn probability.
   *
   * @param history of one customer
   * @param horizon from the end of observation, in the model's unit, at least 0
   * @return a probability in [0, 1]
   */
  public double activeProbability(PurchaseHistory history, double horizon) {
    requireHorizon(horizon);
    return kernel.activeProbability(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon);
  }

  /**
   * The expected number of purchases within a horizon.
   *
   * @param history of one customer
   * @param horizon from the end of observation, in the model's unit, at least 0
   * @return at least 0
   */
  public double expectedPurchases(PurchaseHistory history, double horizon) {
    requireHorizon(horizon);
    return kernel.expectedPurchases(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon);
  }

  /**
   * The expected number of repeat purchases of a customer of whom nothing is known but the first purchase.
   *
   * @param horizon from the first purchase, in the model's unit, at least 0
   * @return at least 0
   */
  public double expectedPurchasesOfNewCustomer(double horizon) {
    return expectedPurchases(new PurchaseHistory(0, 0, 0), horizon);
  }

  /**
   * DERT, the discounted expected residual transactions: all purchases to come, each discounted to the end of
   * observation.
   *
   * @param history of one customer
   * @param continuousRate discount per time unit, above 0; see {@link TimeScale#continuousRate} for an annual one
   * @return at least 0
   */
  public double discountedPurchases(PurchaseHistory history, double continuousRate) {
    if (!(continuousRate > 0) || continuousRate == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "discount rate is " + continuousRate
              + ", it must be above 0 and finite: without discount the purchases to come have no finite sum");
    }
    return kernel.discountedResidualPurchases(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), continuousRate);
  }

  private static void requireHorizon(double horizon) {
    if (!(horizon >= 0) || horizon == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "horizon is " + horizon + ", it must be finite and at least 0");
    }
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    double length = horizon.in(unit);
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(name(), provenanceParameters(horizon), base.window(), base.size()),
        row -> churnProbability(base, row, length),
        row -> explain(base, row, horizon));
  }

  /** The history lives and dies in the loop, the compiler keeps it off the heap. */
  private double churnProbability(CustomerBase base, int row, double horizon) {
    return 1 - activeProbability(PurchaseHistory.of(base, row, unit), horizon);
  }

  private Map<String, String> provenanceParameters(Horizon horizon) {
    Map<String, String> texts = new TreeMap<>();
    parameters().forEach((name, value) -> texts.put(name, value.toString()));
    texts.put("unit", unit.name());
    texts.put("horizonDays", String.valueOf(horizon.days()));
    return texts;
  }

  private List<Reason> explain(CustomerBase base, int row, Horizon horizon) {
    PurchaseHistory history = PurchaseHistory.of(base, row, unit);
    double back =
        kernel.activeProbabilityIfAlive(history.repeatPurchases(), history.age(), horizon.in(unit));
    Reason prospects = Reason.of("churn.alive")
        .with("alive", aliveProbability(history))
        .with("back", back)
        .with("horizon", horizon.days());
    double usual = kernel.usualGap(history.repeatPurchases(), history.recencyOfLast());
    return List.of(ChurnReasons.silence(base, row, unit.toDays(usual)), prospects);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BetaGeometricModel that
        && kernel.equals(that.kernel)
        && unit == that.unit
        && findProvenance().equals(that.findProvenance());
  }

  @Override
  public int hashCode() {
    return 31 * kernel.hashCode() + unit.hashCode();
  }

  /** Such as {@code bg-nbd{r=0.2426, alpha=4.4136, a=0.7929, b=2.4259} per WEEK}. */
  @Override
  public String toString() {
    return name() + parameters() + " per " + unit;
  }
}
