package io.headlesscrm.churn.process;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Parametric;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.history.HistoryScorer;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A purchase-process model: customers buy at random while they are alive, each at an own rate, and leave unseen. From
 * the history of a customer it tells the probability of being alive, of buying within a horizon, and the number of
 * purchases to come.
 *
 * <p>All times are in the model's {@link #unit()}. A model of a host joins in with a {@link PurchaseKernel} of its own.
 * Immutable and thread-safe.
 */
public abstract class PurchaseProcess
    implements ChurnScorer, HistoryScorer, PurchaseForecaster, Parametric<PurchaseProcess> {

  private final TimeScale unit;
  private final PurchaseKernel kernel;
  private final @Nullable Provenance provenance;

  /**
   * A model in a unit of time.
   *
   * @param unit of all its times
   * @param kernel its formulas, at its parameters
   * @param provenance what it was fitted on, null for given parameters
   */
  protected PurchaseProcess(
      TimeScale unit, PurchaseKernel kernel, @Nullable Provenance provenance) {
    this.unit = requireNonNull(unit, "unit");
    this.kernel = requireNonNull(kernel, "kernel");
    this.provenance = provenance;
  }

  /**
   * A parameter, checked.
   *
   * @param name for the message
   * @param value above 0 and finite
   * @return the value
   * @throws IllegalArgumentException for any other value
   */
  protected static double positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be above 0 and finite");
    }
    return value;
  }

  /**
   * One parameter of several, checked.
   *
   * @param parameters by name
   * @param name which one
   * @return its value, above 0
   * @throws IllegalArgumentException when there is none
   */
  protected static double parameter(Map<String, Double> parameters, String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "parameters are " + parameters.keySet() + ", " + name + " must be among them");
    }
    return positive(name, value);
  }

  /**
   * The name of the model in files and provenances.
   *
   * @return such as {@code bg-nbd}
   */
  public abstract String name();

  /**
   * The unit of all its times.
   *
   * @return hour, day or week
   */
  public final TimeScale unit() {
    return unit;
  }

  @Override
  public final Map<String, Double> parameters() {
    return kernel.parameters();
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
   * P(alive): the probability of not having left for good at the end of observation. No churn score: who is alive may be
   * unlikely to buy, and in BG/NBD it is 1 for everybody who never came back.
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
   * The probability of exactly so many purchases within a horizon.
   *
   * @param count at least 0
   * @param history of one customer
   * @param horizon from the end of observation, in the model's unit, at least 0
   * @return in [0, 1]; over all counts they add up to 1
   */
  public double countProbability(int count, PurchaseHistory history, double horizon) {
    requireHorizon(horizon);
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ", it must be at least 0");
    }
    return kernel.countProbability(
        count, history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon);
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
   * The expected number of purchases within a horizon, each discounted to the end of observation: the integral of
   * e^(-rate t) over the expected purchases, taken by parts, so that only {@link #expectedPurchases} is needed.
   *
   * @param history of one customer
   * @param continuousRate discount per time unit, at least 0 and finite; 0 discounts nothing
   * @param horizon from the end of observation, in the model's unit, at least 0
   * @return at least 0
   */
  public double discountedPurchases(
      PurchaseHistory history, double continuousRate, double horizon) {
    requireHorizon(horizon);
    if (!(continuousRate >= 0) || continuousRate == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "discount rate is " + continuousRate + ", it must be finite and at least 0");
    }
    int x = history.repeatPurchases();
    double tx = history.recencyOfLast();
    double age = history.age();
    return DiscountedPurchases.within(
        horizon,
        continuousRate,
        kernel.smoothFor(x, age),
        time -> kernel.expectedPurchases(x, tx, age, time));
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

  @Override
  public double[] forecast(CustomerBase base, Horizon horizon) {
    double length = horizon.in(unit);
    double[] forecast = new double[base.size()];
    Arrays.setAll(forecast, row -> expectedPurchases(PurchaseHistory.of(base, row, unit), length));
    return forecast;
  }

  /** Without a history, whose checks a base has passed: for a million customers they cost as much as a logarithm. */
  private double churnProbability(CustomerBase base, int row, double horizon) {
    int repeatPurchases = base.repeatPurchases(row);
    double recencyOfLast = repeatPurchases > 0 ? unit.fromDays(base.recencyOfLast(row)) : 0;
    return 1
        - kernel.activeProbability(
            repeatPurchases, recencyOfLast, unit.fromDays(base.age(row)), horizon);
  }

  private Map<String, String> provenanceParameters(Horizon horizon) {
    Map<String, String> texts = new TreeMap<>();
    parameters().forEach((name, value) -> texts.put(name, value.toString()));
    texts.put("unit", unit.name());
    texts.put("horizonDays", String.valueOf(horizon.days()));
    return texts;
  }

  /**
   * Why a customer is scored as it is.
   *
   * @param base as of the day from which the horizon counts
   * @param row 0 to size - 1
   * @param horizon how far the score looks ahead
   * @return the silence and the prospects
   */
  public List<Reason> explain(CustomerBase base, int row, Horizon horizon) {
    PurchaseHistory history = PurchaseHistory.of(base, row, unit);
    return List.of(
        ChurnReasons.silence(base, row, usualGapInDays(history)), prospects(history, horizon));
  }

  @Override
  public double churnProbability(
      int repeatPurchases, double recencyOfLast, double age, double horizon) {
    return 1
        - kernel.activeProbability(
            repeatPurchases,
            unit.fromDays(recencyOfLast),
            unit.fromDays(age),
            unit.fromDays(horizon));
  }

  @Override
  public List<Reason> explain(PurchaseHistory history, Horizon horizon) {
    PurchaseHistory own = new PurchaseHistory(
        history.repeatPurchases(),
        unit.fromDays(history.recencyOfLast()),
        unit.fromDays(history.age()));
    return List.of(
        ChurnReasons.silence(
            history.repeatPurchases(), history.silenceInDays(), usualGapInDays(own)),
        prospects(own, horizon));
  }

  private double usualGapInDays(PurchaseHistory history) {
    return unit.toDays(kernel.usualGap(history.repeatPurchases(), history.recencyOfLast()));
  }

  private Reason prospects(PurchaseHistory history, Horizon horizon) {
    double back = kernel.activeProbabilityIfAlive(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon.in(unit));
    return Reason.of("churn.alive")
        .with("alive", aliveProbability(history))
        .with("back", back)
        .with("horizon", horizon.days());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PurchaseProcess that
        && name().equals(that.name())
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
