package io.headlesscrm.segmentation.lifecycle;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.SegmentationStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stages from each customer's own rhythm. The usual gap of a customer is (t + k g) / (x + k): t days from its first to
 * its last purchase, x repeat purchase days, g the mean gap of the base, which stands in as long as the customer has few
 * gaps of its own, k how much it weighs. Two usual gaps of silence make a customer slipping, four make it lapsed. A
 * weekly customer is missed after a fortnight, a yearly one after two years.
 *
 * <pre>{@code
 * LifecycleModel model = Lifecycle.standard().fit(base);
 * model.history(base, row);   // [NEW since 2011-01-18, SLIPPING since 2011-05-02, ...]
 * }</pre>
 *
 * <p>Source: the rhythm is the mean of a Gamma-Poisson model's gap in the form of a weighted mean (Colombo and Jiang, A
 * stochastic RFM model, Journal of Interactive Marketing 13(3), 1999); the factors are ours and parameters.
 */
public final class Lifecycle implements SegmentationStrategy {

  /** Its usual gap is that of a base in which nobody came back. */
  private final Rhythm options;

  private Lifecycle(Rhythm options) {
    this.options = options;
  }

  /**
   * Slipping after two usual gaps, lapsed after four, repeating from three purchase days on.
   *
   * @return the strategy
   */
  public static Lifecycle standard() {
    return builder().build();
  }

  /**
   * Starts a strategy of the host's own.
   *
   * @return a builder that is set to {@link #standard()}
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public LifecycleModel fit(CustomerBase base) {
    long days = 0;
    long gaps = 0;
    for (int row = 0; row < base.size(); row++) {
      days += base.repeatPurchases(row) > 0 ? base.recencyOfLast(row) : 0;
      gaps += base.repeatPurchases(row);
    }
    double usualGap = gaps == 0 ? options.usualGap() : (double) days / gaps;
    return LifecycleModel.of(options.withUsualGap(usualGap), notices(base, gaps), provenance(base));
  }

  private List<Reason> notices(CustomerBase base, long gaps) {
    if (base.size() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    List<Reason> notices = new ArrayList<>();
    if (gaps == 0) {
      notices.add(Reason.of("lifecycle.no-gaps").with("days", options.usualGap()));
    }
    long returnsOnly = 0;
    for (int row = 0; row < base.size(); row++) {
      returnsOnly += base.purchases(row) == 0 ? 1 : 0;
    }
    if (returnsOnly > 0) {
      notices.add(Reason.of("lifecycle.returns-only").with("customers", returnsOnly));
    }
    return notices;
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("slipping", options.slipping() + " usual gaps");
    parameters.put("lapsed", options.lapsed() + " usual gaps");
    parameters.put("priorGaps", Double.toString(options.priorGaps()));
    parameters.put("repeatingFrom", options.repeatingFrom() + " purchase days");
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(LifecycleModel.KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code lifecycle: slipping after 2.0, lapsed after 4.0 usual gaps}. */
  @Override
  public String toString() {
    return LifecycleModel.KIND + ": slipping after " + options.slipping() + ", lapsed after "
        + options.lapsed() + " usual gaps";
  }

  /** Chooses what counts as long. */
  public static final class Builder {

    private double slipping = 2;
    private double lapsed = 4;
    private double priorGaps = 1;
    private int repeatingFrom = 3;
    private double gapWithoutRepeats = 90;

    private Builder() {}

    /**
     * After how much silence a customer is slipping.
     *
     * @param usualGaps above 0, default 2
     * @return this builder
     */
    public Builder slippingAfter(double usualGaps) {
      slipping = usualGaps;
      return this;
    }

    /**
     * After how much silence a customer is lapsed.
     *
     * @param usualGaps above that of slipping, default 4
     * @return this builder
     */
    public Builder lapsedAfter(double usualGaps) {
      lapsed = usualGaps;
      return this;
    }

    /**
     * How many gaps of its own weigh as much as the mean gap of the base.
     *
     * @param gaps above 0, default 1
     * @return this builder
     */
    public Builder priorGaps(double gaps) {
      priorGaps = gaps;
      return this;
    }

    /**
     * From how many purchase days a customer is repeating.
     *
     * @param purchaseDays at least 2, default 3
     * @return this builder
     */
    public Builder repeatingFrom(int purchaseDays) {
      repeatingFrom = purchaseDays;
      return this;
    }

    /**
     * The usual gap of a base in which nobody came back.
     *
     * @param days above 0, default 90
     * @return this builder
     */
    public Builder gapWithoutRepeats(double days) {
      gapWithoutRepeats = days;
      return this;
    }

    /**
     * The strategy.
     *
     * @return immutable
     * @throws IllegalArgumentException when a number is out of bounds
     */
    public Lifecycle build() {
      return new Lifecycle(
          new Rhythm(gapWithoutRepeats, priorGaps, slipping, lapsed, repeatingFrom));
    }
  }
}
