package io.headlesscrm.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.SegmentationStrategy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Segmentation by recency, frequency and monetary value: every customer is scored on each, and rules make segments of
 * the scores. What happens to customers with equal values is chosen and stated; the order of rows never matters.
 *
 * <pre>{@code
 * Segmentation rfm = Rfm.quintiles().segment(base);
 * System.out.println(rfm.explain(CustomerId.of("17850")));
 * }</pre>
 *
 * <p>Source: Blattberg, Kim &amp; Neslin, Database Marketing, 2008, chapter 12, doi:10.1007/978-0-387-72579-6.
 */
public final class Rfm implements SegmentationStrategy {

  private final Map<Axis, AxisPlan> plans;
  private final RfmRules rules;

  private Rfm(Map<Axis, AxisPlan> plans, RfmRules rules) {
    this.plans = plans;
    this.rules = rules;
  }

  /**
   * Five bins on each axis, equal values together in the lower one, and the 25-cell map.
   *
   * @return the strategy
   */
  public static Rfm quintiles() {
    return builder().build();
  }

  /**
   * Starts a strategy of the host's own.
   *
   * @return a builder that is set to {@link #quintiles()}
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public RfmModel fit(CustomerBase base) {
    return RfmModel.of(
        base.currency(),
        bins(Axis.RECENCY, base),
        bins(Axis.FREQUENCY, base),
        bins(Axis.MONETARY, base),
        rules,
        provenance(base));
  }

  private AxisBins bins(Axis axis, CustomerBase base) {
    return plan(axis).fit(axis, base);
  }

  private AxisPlan plan(Axis axis) {
    return requireNonNull(plans.get(axis), axis::toString);
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    plans.forEach((axis, plan) -> parameters.put(axis.toString(), plan.toString()));
    parameters.put("rules", rules.name());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(RfmModel.KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code rfm{RECENCY=5 ties-low, ...} by standard}. */
  @Override
  public String toString() {
    return RfmModel.KIND + plans + " by " + rules.name();
  }

  /** Chooses bins, binning, thresholds and rules. */
  public static final class Builder {

    private final Map<Axis, Integer> bins = new EnumMap<>(Axis.class);
    private final Map<Axis, Binning> binnings = new EnumMap<>(Axis.class);
    private final Map<Axis, ThresholdPlan> thresholds = new EnumMap<>(Axis.class);
    private RfmRules rules = RfmRules.standard();

    private Builder() {
      bins(5);
      binning(Binning.TIES_LOW);
    }

    /**
     * How many bins every axis has.
     *
     * @param count 2 to 100, default 5
     * @return this builder
     */
    public Builder bins(int count) {
      for (Axis axis : Axis.values()) {
        bins(axis, count);
      }
      return this;
    }

    /**
     * How many bins an axis has.
     *
     * @param axis any
     * @param count 2 to 100, default 5
     * @return this builder
     */
    public Builder bins(Axis axis, int count) {
      bins.put(axis, count);
      return this;
    }

    /**
     * How every axis is cut into bins.
     *
     * @param binning default {@link Binning#TIES_LOW}
     * @return this builder
     */
    public Builder binning(Binning binning) {
      for (Axis axis : Axis.values()) {
        binning(axis, binning);
      }
      return this;
    }

    /**
     * How an axis is cut into bins.
     *
     * @param axis any
     * @param binning default {@link Binning#TIES_LOW}
     * @return this builder
     */
    public Builder binning(Axis axis, Binning binning) {
      binnings.put(axis, requireNonNull(binning, "binning"));
      return this;
    }

    /**
     * Cuts an axis at values of the host's own, whatever the base. Bins and binning of the axis no longer matter.
     *
     * @param axis any
     * @param fromScoreTwo what each score asks for, from score 2 up: days at most (180, 90, 30), purchases or minor
     *     units at least (2, 5, 10)
     * @return this builder
     */
    public Builder thresholds(Axis axis, long... fromScoreTwo) {
      thresholds.put(
          axis,
          new ThresholdPlan(Arrays.stream(fromScoreTwo).mapToObj(Threshold::of).toList()));
      return this;
    }

    /**
     * Which scores make which segment.
     *
     * @param rules default {@link RfmRules#standard()}
     * @return this builder
     */
    public Builder rules(RfmRules rules) {
      this.rules = requireNonNull(rules, "rules");
      return this;
    }

    /**
     * The strategy.
     *
     * @return immutable
     * @throws IllegalArgumentException when a number of bins is out of range
     */
    public Rfm build() {
      Map<Axis, AxisPlan> plans = new EnumMap<>(Axis.class);
      bins.forEach((axis, count) ->
          plans.put(axis, new QuantilePlan(count, requireNonNull(binnings.get(axis)))));
      plans.putAll(thresholds);
      return new Rfm(plans, rules);
    }
  }
}
