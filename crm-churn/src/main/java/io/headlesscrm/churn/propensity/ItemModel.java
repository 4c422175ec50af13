package io.headlesscrm.churn.propensity;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.internal.math.LogSpace;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.PlattScaling;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was learnt about one item. Immutable and thread-safe. */
public final class ItemModel {

  /** The name in provenances. */
  public static final String NAME = "item-propensity";

  private final String item;
  private final ItemColumns columns;
  private final BaseRates rates;
  private final Optional<LinearPredictor> logit;
  private final Optional<PlattScaling> curve;
  private final Optional<ForwardCheck> check;

  ItemModel(
      String item,
      ItemColumns columns,
      BaseRates rates,
      Optional<LinearPredictor> logit,
      Optional<PlattScaling> curve,
      Optional<ForwardCheck> check) {
    this.item = item;
    this.columns = columns;
    this.rates = rates;
    this.logit = logit;
    this.curve = curve;
    this.check = check;
  }

  /**
   * Which item.
   *
   * @return as the purchases name it
   */
  public String item() {
    return item;
  }

  /**
   * Whether all customers get the base rate.
   *
   * @return true when the item is bought too rarely, or nothing that was learnt was better
   */
  public boolean isBaseRate() {
    return logit.isEmpty();
  }

  /**
   * The part of all customers that buys the item within a horizon, as seen in the windows that were learnt from.
   *
   * @param horizon any
   * @return in (0, 1); that of the window nearest in length, at the same pace
   */
  public double baseRate(Horizon horizon) {
    return rates.rate(horizon.days());
  }

  /**
   * How a model of the same kind did on the latest window.
   *
   * @return empty when the history is too short, or too few had bought the item then
   */
  public Optional<ForwardCheck> findForwardCheck() {
    return check;
  }

  /**
   * Scores the customers of a base.
   *
   * @param base as of any date until which the purchases of items are known
   * @param horizon from the date of the base on
   * @return one score per row
   */
  public PropensityScores score(CustomerBase base, Horizon horizon) {
    Provenance provenance = Provenance.of(
        NAME,
        Map.of("item", item, "horizonDays", String.valueOf(horizon.days())),
        base.window(),
        base.size());
    double baseRate = baseRate(horizon);
    Reason ofAll = Reason.of("churn.item.baseRate")
        .withValue("item", item)
        .with("days", horizon.days())
        .with("rate", baseRate);
    if (logit.isEmpty()) {
      return new PropensityScores(
          base, item, horizon, provenance, baseRate, row -> baseRate, row -> List.of(ofAll));
    }
    LinearPredictor predictor = logit.get();
    double[][] rows = columns.rows(base, horizon.days());
    return new PropensityScores(
        base,
        item,
        horizon,
        provenance,
        baseRate,
        row -> probability(predictor.of(rows[row])),
        row -> columns.reasons(predictor, base, row, rows[row]));
  }

  private double probability(double value) {
    return curve.isPresent() ? curve.get().of(value) : LogSpace.sigmoid(value);
  }

  /** Such as {@code item-propensity of 85123A}. */
  @Override
  public String toString() {
    return NAME + " of " + item;
  }
}
