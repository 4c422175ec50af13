package io.headlesscrm.churn.value;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.FitResult.Fitted;
import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.PredictionIntervals;
import io.headlesscrm.churn.history.PurchaseHistory;
import io.headlesscrm.churn.process.PurchaseProcess;
import io.headlesscrm.churn.spend.GammaGamma;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values customers by what they are still expected to bring: discounted purchases to come, times the expected spend per
 * purchase, times the margin. What they brought so far is no part of it.
 *
 * <p>The discount is ANNUAL, .1 for 10 %, whatever the unit of the model. Purchases and spend are taken as independent,
 * as the spend model does. Zero orders and returns follow the policy of the base: what it counts lowers the customer's
 * mean spend, at most to nothing. Immutable and thread-safe.
 *
 * <p>Source: Fader, Hardie &amp; Lee (2005), "RFM and CLV", Journal of Marketing Research 42(4),
 * doi:10.1509/jmkr.2005.42.4.415.
 */
public final class LifetimeValue {

  private final PredictionIntervals<PurchaseProcess> processIntervals;
  private final PredictionIntervals<GammaGamma> spendIntervals;
  private final PurchaseProcess process;
  private final GammaGamma spend;
  private final double annualDiscount;
  private final double margin;
  private final @Nullable Horizon horizon;
  private final Horizon riskHorizon;
  private final double retentionCost;

  private LifetimeValue(Builder builder) {
    this.processIntervals = PredictionIntervals.of(builder.process);
    this.spendIntervals = PredictionIntervals.of(builder.spend);
    this.process = builder.process.model();
    this.spend = builder.spend.model();
    this.annualDiscount = builder.annualDiscount;
    this.margin = builder.margin;
    this.horizon = builder.horizon;
    this.riskHorizon = builder.riskHorizon;
    this.retentionCost = builder.retentionCost;
  }

  /**
   * A way to value customers.
   *
   * @param process how often customers buy and whether they stay, with the diagnostics of its fit
   * @param spend how much they spend, with the diagnostics of its fit
   * @param annualDiscount of a year, above 0 and finite, .1 for 10 %
   * @return a builder with a margin of 1, without end
   */
  public static Builder builder(
      Fitted<? extends PurchaseProcess> process, Fitted<GammaGamma> spend, double annualDiscount) {
    return new Builder(process, spend, annualDiscount);
  }

  /**
   * Values all customers of a base.
   *
   * @param base as of the day to which purchases are discounted; may be empty, of other customers or a later date than
   *     that of the fit
   * @return one value per row
   */
  public LifetimeValues of(CustomerBase base) {
    return new LifetimeValues(this, base);
  }

  PurchaseProcess process() {
    return process;
  }

  GammaGamma spend() {
    return spend;
  }

  PredictionIntervals<PurchaseProcess> processIntervals() {
    return processIntervals;
  }

  PredictionIntervals<GammaGamma> spendIntervals() {
    return spendIntervals;
  }

  double annualDiscount() {
    return annualDiscount;
  }

  double margin() {
    return margin;
  }

  Optional<Horizon> findHorizon() {
    return Optional.ofNullable(horizon);
  }

  Horizon riskHorizon() {
    return riskHorizon;
  }

  double retentionCost() {
    return retentionCost;
  }

  /** Discounted purchases within the horizon, or to the end of time. */
  double discountedPurchases(PurchaseProcess model, PurchaseHistory history) {
    double rate = model.unit().continuousRate(annualDiscount);
    return horizon == null
        ? model.discountedPurchases(history, rate)
        : model.discountedPurchases(history, rate, horizon.in(model.unit()));
  }

  /** Collects the options. */
  public static final class Builder {

    private static final Horizon QUARTER = Horizon.ofDays(90);

    private final Fitted<? extends PurchaseProcess> process;
    private final Fitted<GammaGamma> spend;
    private final double annualDiscount;
    private double margin = 1;
    private @Nullable Horizon horizon;
    private Horizon riskHorizon = QUARTER;
    private double retentionCost;

    private Builder(
        Fitted<? extends PurchaseProcess> process,
        Fitted<GammaGamma> spend,
        double annualDiscount) {
      this.process = requireNonNull(process, "process");
      this.spend = requireNonNull(spend, "spend");
      if (!(annualDiscount > 0 && annualDiscount < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("annual discount is " + annualDiscount
            + ", it must be above 0 and finite. Maybe 0.1 for 10 %?");
      }
      this.annualDiscount = annualDiscount;
    }

    /**
     * The part of the spend that is gained.
     *
     * @param share above 0, at most 1; by default 1, which values revenue
     * @return this
     */
    public Builder margin(double share) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "margin is " + share + ", it must be above 0 and at most 1. Maybe 0.3 for 30 %?");
      }
      margin = share;
      return this;
    }

    /**
     * Purchases after the horizon are worth nothing. By default all that come are counted.
     *
     * @param end from the date of the base on
     * @return this
     */
    public Builder within(Horizon end) {
      horizon = requireNonNull(end, "end");
      return this;
    }

    /**
     * The time without a purchase that counts as loss for the value at risk.
     *
     * @param silence by default 90 days
     * @return this
     */
    public Builder riskHorizon(Horizon silence) {
      riskHorizon = requireNonNull(silence, "silence");
      return this;
    }

    /**
     * What it costs to try to keep one customer: the value at risk that is worth the trouble starts there.
     *
     * @param cost in units of the currency, at least 0; by default 0
     * @return this
     */
    public Builder retentionCost(double cost) {
      if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "retention cost is " + cost + ", it must be finite and at least 0");
      }
      retentionCost = cost;
      return this;
    }

    /**
     * The finished valuation.
     *
     * @return with the options so far
     */
    public LifetimeValue build() {
      return new LifetimeValue(this);
    }
  }
}
