package io.headlesscrm.churn.cnbd;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Parametric;
import io.headlesscrm.churn.history.PurchaseHistogram;
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
 * MBG/CNBD-k: as MBG/NBD, but for customers who buy at regular intervals: the larger k, the more regular, and the sooner
 * a silence tells. k = 1 is MBG/NBD. The fit tries k from 1 up as long as the likelihood rises, to 12 at most.
 *
 * <p>All times are in the model's {@link #unit()}; alpha is the rate of the distribution of the rates of events, of which
 * every k-th is a purchase. There is no closed form of the expected purchases, and none is offered. Immutable and
 * thread-safe.
 *
 * <p>Verdicts: {@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES}, {@code NO_OBSERVATION_TIME}; {@code NOT_CONVERGED}
 * (ERROR); {@code BOUNDARY}, {@code RIDGE}, {@code FEW_REPEAT_CUSTOMERS} as for BG/NBD.
 *
 * <p>Source: Platzer &amp; Reutterer (2016), Marketing Science 35(5), doi:10.1287/mksc.2015.0963.
 */
public final class MbgCnbdK implements ChurnScorer, Parametric<MbgCnbdK> {

  /** The name of the model in files and provenances. */
  public static final String NAME = "mbg-cnbd-k";

  private final TimeScale unit;
  private final RegularKernel kernel;
  private final @Nullable Provenance provenance;

  private MbgCnbdK(TimeScale unit, RegularKernel kernel, @Nullable Provenance provenance) {
    this.unit = requireNonNull(unit, "unit");
    this.kernel = kernel;
    this.provenance = provenance;
  }

  /**
   * Fits the model, in weeks.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgCnbdK> fit(CustomerBase base) {
    double sumOfLogGaps = 0;
    for (int row = 0; row < base.size(); row++) {
      sumOfLogGaps += base.summary(row).sumOfLogGaps(TimeScale.WEEK);
    }
    Provenance provenance =
        Provenance.of(NAME, Map.of("unit", TimeScale.WEEK.name()), base.window(), base.size());
    return fit(PurchaseHistogram.of(base, TimeScale.WEEK), sumOfLogGaps)
        .map(model -> model.withProvenance(provenance));
  }

  /**
   * Fits the model to histories alone.
   *
   * @param histogram may be empty; its unit becomes the model's
   * @param sumOfLogGaps the sum of the natural logarithms of all gaps between purchase days, in that unit: the statistic
   *     by which k is told
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<MbgCnbdK> fit(PurchaseHistogram histogram, double sumOfLogGaps) {
    return RegularFit.fit(histogram, sumOfLogGaps)
        .map(kernel -> new MbgCnbdK(histogram.unit(), kernel, null));
  }

  /**
   * The model with known parameters.
   *
   * @param unit of alpha and of all times to come
   * @param k every how manieth event is a purchase, 1 to 100
   * @param r shape of the rates, above 0
   * @param alpha rate of the rates, above 0
   * @param a of the probabilities of leaving, above 0
   * @param b of the probabilities of leaving, above 0
   * @return the model
   */
  public static MbgCnbdK of(TimeScale unit, int k, double r, double alpha, double a, double b) {
    if (k < 1 || k > 100) {
      throw new IllegalArgumentException("k is " + k + ", it must be in [1, 100]");
    }
    return new MbgCnbdK(
        unit,
        new RegularKernel(
            k, positive("r", r), positive("alpha", alpha), positive("a", a), positive("b", b)),
        null);
  }

  private static double positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " is " + value + ", it must be above 0 and finite");
    }
    return value;
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameters
   * @return a new model
   */
  public MbgCnbdK withProvenance(Provenance provenance) {
    return new MbgCnbdK(unit, kernel, requireNonNull(provenance, "provenance"));
  }

  /**
   * The unit of all its times.
   *
   * @return hour, day or week
   */
  public TimeScale unit() {
    return unit;
  }

  /**
   * How regular customers buy.
   *
   * @return 1 for at random, up to 12 from a fit
   */
  public int k() {
    return kernel.k();
  }

  /** r, alpha, a and b, and k beside them. */
  @Override
  public Map<String, Double> parameters() {
    return parameters(kernel);
  }

  @Override
  public MbgCnbdK withParameters(Map<String, Double> other) {
    return of(
        unit,
        (int) Math.rint(value(other, "k")),
        value(other, "r"),
        value(other, "alpha"),
        value(other, "a"),
        value(other, "b"));
  }

  private static double value(Map<String, Double> parameters, String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "parameters are " + parameters.keySet() + ", " + name + " must be among them");
    }
    return value;
  }

  static Map<String, Double> parameters(RegularKernel kernel) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("r", kernel.r());
    parameters.put("alpha", kernel.alpha());
    parameters.put("a", kernel.a());
    parameters.put("b", kernel.b());
    parameters.put("k", (double) kernel.k());
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
   * @param sumOfLogGaps the sum of the natural logarithms of the customer's gaps, in the model's unit
   * @return the log-likelihood, a density per time unit to the power of the repeat purchases
   */
  public double logLikelihood(PurchaseHistory history, double sumOfLogGaps) {
    return (kernel.k() - 1) * sumOfLogGaps
        + kernel.logLikelihood(history.repeatPurchases(), history.recencyOfLast(), history.age());
  }

  /**
   * ln P(alive).
   *
   * @param history of one customer
   * @return at most 0
   */
  public double logAliveProbability(PurchaseHistory history) {
    return kernel.logAliveProbability(
        history.repeatPurchases(), history.recencyOfLast(), history.age());
  }

  /**
   * The probability of at least one purchase within a horizon.
   *
   * @param history of one customer
   * @param horizon from the end of observation, in the model's unit, at least 0
   * @return a probability in [0, 1]
   */
  public double activeProbability(PurchaseHistory history, double horizon) {
    if (!(horizon >= 0) || horizon == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "horizon is " + horizon + ", it must be finite and at least 0");
    }
    return kernel.activeProbability(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon);
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    double length = horizon.in(unit);
    Map<String, String> texts = new TreeMap<>();
    parameters().forEach((name, value) -> texts.put(name, value.toString()));
    texts.put("unit", unit.name());
    texts.put("horizonDays", String.valueOf(horizon.days()));
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(NAME, texts, base.window(), base.size()),
        row -> 1 - activeProbability(PurchaseHistory.of(base, row, unit), length),
        row -> explain(base, row, horizon));
  }

  private List<Reason> explain(CustomerBase base, int row, Horizon horizon) {
    PurchaseHistory history = PurchaseHistory.of(base, row, unit);
    double alive = Math.exp(logAliveProbability(history));
    double usual = kernel.k()
        * (kernel.alpha() + history.recencyOfLast())
        / (kernel.r() + kernel.k() * history.repeatPurchases());
    double active = activeProbability(history, horizon.in(unit));
    Reason prospects = Reason.of("churn.alive")
        .with("alive", alive)
        .with("back", alive > 0 ? Math.min(1, active / alive) : 0)
        .with("horizon", horizon.days());
    return List.of(ChurnReasons.silence(base, row, unit.toDays(usual)), prospects);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MbgCnbdK that
        && kernel.equals(that.kernel)
        && unit == that.unit
        && findProvenance().equals(that.findProvenance());
  }

  @Override
  public int hashCode() {
    return 31 * kernel.hashCode() + unit.hashCode();
  }

  /** Such as {@code mbg-cnbd-k{r=0.5, alpha=6.2, a=0.9, b=1.6, k=2.0} per WEEK}. */
  @Override
  public String toString() {
    return NAME + parameters() + " per " + unit;
  }
}
