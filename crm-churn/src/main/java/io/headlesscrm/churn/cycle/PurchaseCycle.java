package io.headlesscrm.churn.cycle;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.ChurnReasons;
import io.headlesscrm.churn.ChurnScorer;
import io.headlesscrm.churn.ChurnScores;
import io.headlesscrm.churn.FitResult;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PurchaseForecaster;
import io.headlesscrm.churn.history.HistoryScorer;
import io.headlesscrm.churn.history.PurchaseHistogram;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The naive baseline: a customer buys at random at an own pace and never leaves, so that silence only means a slow pace.
 *
 * <p>The pace of a customer is shrunk to that of the base as if the customer had made one purchase more in one typical
 * gap g more: it has a Gamma(1 + x, g + T) distribution, and the probability of no purchase within h days is
 * ((g + T) / (g + T + h))^(1 + x). The typical gap is fitted by maximum likelihood. Longer silence gives a higher
 * score. All times are days. Immutable and thread-safe.
 *
 * <p>Source: Ehrenberg (1959), Applied Statistics 8(1), doi:10.2307/2985810 (the NBD model), here with shape 1.
 */
public final class PurchaseCycle implements ChurnScorer, HistoryScorer, PurchaseForecaster {

  /** The name of the model in files and provenances. */
  public static final String NAME = "purchase-cycle";

  private final double typicalGap;
  private final @Nullable Provenance provenance;

  private PurchaseCycle(double typicalGap, @Nullable Provenance provenance) {
    if (!(typicalGap > 0) || typicalGap == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "typical gap is " + typicalGap + " days, it must be above 0 and finite");
    }
    this.typicalGap = typicalGap;
    this.provenance = provenance;
  }

  /**
   * Fits the typical gap.
   *
   * @param base may be empty
   * @return the model with its diagnostics, or why the data allow none
   */
  public static FitResult<PurchaseCycle> fit(CustomerBase base) {
    Provenance provenance = Provenance.of(NAME, Map.of(), base.window(), base.size());
    return TypicalGapFit.fit(PurchaseHistogram.of(base, TimeScale.DAY))
        .map(gap -> new PurchaseCycle(gap, provenance));
  }

  /**
   * The model with a known typical gap.
   *
   * @param typicalGap days, above 0 and finite
   * @return the model
   */
  public static PurchaseCycle of(double typicalGap) {
    return new PurchaseCycle(typicalGap, null);
  }

  /**
   * This model with another account of where it comes from.
   *
   * @param provenance of its parameter
   * @return a new model
   */
  public PurchaseCycle withProvenance(Provenance provenance) {
    return new PurchaseCycle(typicalGap, requireNonNull(provenance, "provenance"));
  }

  /**
   * The gap between two purchases of a customer of whom nothing is known.
   *
   * @return days, above 0
   */
  public double typicalGap() {
    return typicalGap;
  }

  /**
   * What it was fitted on.
   *
   * @return empty for a model whose parameter was given
   */
  public Optional<Provenance> findProvenance() {
    return Optional.ofNullable(provenance);
  }

  /**
   * The customer's own cycle: the mean gap between the purchases, shrunk to the typical one.
   *
   * @param history in days
   * @return days, above 0
   */
  public double usualGap(PurchaseHistory history) {
    return (history.recencyOfLast() + typicalGap) / (history.repeatPurchases() + 1);
  }

  /**
   * How many cycles the customer has been silent.
   *
   * @param history in days
   * @return at least 0; 1 when the next purchase is just due
   */
  public double silenceInCycles(PurchaseHistory history) {
    return (history.age() - history.recencyOfLast()) / usualGap(history);
  }

  /**
   * The probability of no purchase within a horizon.
   *
   * @param history in days
   * @param horizon from the end of observation
   * @return a probability in [0, 1]
   */
  public double churnProbability(PurchaseHistory history, Horizon horizon) {
    return churnProbability(
        history.repeatPurchases(), history.recencyOfLast(), history.age(), horizon.days());
  }

  @Override
  public double churnProbability(
      int repeatPurchases, double recencyOfLast, double age, double horizon) {
    double growth = horizon / (typicalGap + age);
    return Math.exp(-(repeatPurchases + 1) * LogSpace.fastLog1p(growth));
  }

  @Override
  public ChurnScores score(CustomerBase base, Horizon horizon) {
    Map<String, String> parameters = Map.of(
        "typicalGap", String.valueOf(typicalGap), "horizonDays", String.valueOf(horizon.days()));
    return ChurnScores.of(
        base,
        horizon,
        Provenance.of(NAME, parameters, base.window(), base.size()),
        row -> churnProbability(PurchaseHistory.of(base, row, TimeScale.DAY), horizon),
        row -> explain(base, row, horizon));
  }

  /** The pace of each customer times the horizon. */
  @Override
  public double[] forecast(CustomerBase base, Horizon horizon) {
    double[] forecast = new double[base.size()];
    Arrays.setAll(
        forecast,
        row -> horizon.days() * (base.repeatPurchases(row) + 1) / (typicalGap + base.age(row)));
    return forecast;
  }

  private List<Reason> explain(CustomerBase base, int row, Horizon horizon) {
    PurchaseHistory history = PurchaseHistory.of(base, row, TimeScale.DAY);
    return List.of(ChurnReasons.silence(base, row, usualGap(history)), paced(history, horizon));
  }

  @Override
  public List<Reason> explain(PurchaseHistory history, Horizon horizon) {
    return List.of(
        ChurnReasons.silence(history.repeatPurchases(), history.silenceInDays(), usualGap(history)),
        paced(history, horizon));
  }

  private Reason paced(PurchaseHistory history, Horizon horizon) {
    double pace = (history.repeatPurchases() + 1) / (typicalGap + history.age());
    return Reason.of("churn.paced")
        .with("expected", pace * horizon.days())
        .with("horizon", horizon.days());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PurchaseCycle that
        && Double.compare(typicalGap, that.typicalGap) == 0
        && findProvenance().equals(that.findProvenance());
  }

  @Override
  public int hashCode() {
    return Double.hashCode(typicalGap);
  }

  /** Such as {@code purchase-cycle{typicalGap=71.3}}. */
  @Override
  public String toString() {
    return NAME + "{typicalGap=" + typicalGap + "}";
  }
}
