package io.headlesscrm.segmentation.pyramid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import io.headlesscrm.segmentation.grid.Grid;
import io.headlesscrm.segmentation.grid.GridAxis;
import io.headlesscrm.segmentation.grid.GridModel;
import io.headlesscrm.segmentation.grid.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tiers by contribution: the best few per cent of the customers in the first tier, and so on; who contributes less than
 * nothing is in the last one, whatever the shares. Equal contributions stay together in the better tier.
 *
 * <pre>{@code
 * Indicator profit = Indicator.difference("profit", "利润", margin, costToServe);
 * Segmentation tiers = Pyramid.of(profit).segment(base);
 * WhaleCurve.of(base, profit).statements();   // the top 20 % bring 74.6 %, ...
 * }</pre>
 *
 * <p>Source: V. A. Zeithaml, R. T. Rust and K. N. Lemon, The customer pyramid: creating and serving profitable
 * customers, California Management Review 43(4), 2001, doi:10.2307/41166104. They give no shares; the default, 1, 5 and
 * 20 % of the customers, is that of J. Curry and A. Curry, The customer marketing method, 2000.
 */
public final class Pyramid implements SegmentationStrategy {

  /** What the models are called. */
  public static final String KIND = "pyramid";

  private static final String ADVICE = "pyramid.advice.";
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  /** Platinum, gold, iron and lead. */
  private static final List<Segment> METALS = List.of(
      new Segment("platinum", "Platinum", "铂金客户", 4),
      new Segment("gold", "Gold", "黄金客户", 3),
      new Segment("iron", "Iron", "铁质客户", 2),
      new Segment("lead", "Lead", "铅质客户", 1));

  /** The four layers of the practice in Chinese logistics. */
  private static final List<Segment> LAYERS = List.of(
      new Segment("vip", "VIP", "VIP 客户", 4),
      new Segment("main", "Main", "主要客户", 3),
      new Segment("ordinary", "Ordinary", "普通客户", 2),
      new Segment("small", "Small", "小客户", 1));

  private final Indicator contribution;
  private final boolean byValue;
  private final List<BigDecimal> limits;
  private final List<Segment> tiers;

  private Pyramid(Builder builder) {
    this.contribution = builder.contribution;
    this.byValue = builder.byValue;
    this.limits = builder.limits;
    this.tiers = builder.tiers;
  }

  /**
   * Platinum, gold, iron and lead at 1, 5 and 20 % of the customers.
   *
   * @param contribution profit or lifetime value, such as a margin less the cost to serve
   * @return the strategy
   */
  public static Pyramid of(Indicator contribution) {
    return builder(contribution).build();
  }

  /**
   * The same by the amount spent, for want of anything better: revenue is not profit.
   *
   * @return the strategy
   */
  public static Pyramid bySpend() {
    return of(Indicator.spend());
  }

  /**
   * Starts a pyramid of the host's own.
   *
   * @param contribution what customers are ranked by
   * @return a builder that is set to {@link #of(Indicator)}
   */
  public static Builder builder(Indicator contribution) {
    return new Builder(contribution);
  }

  @Override
  public GridModel fit(CustomerBase base) {
    WhaleCurve curve = WhaleCurve.of(base, contribution);
    List<Double> cuts = new ArrayList<>();
    for (BigDecimal limit : limits) {
      cuts.add(cut(curve, limit));
    }
    Collections.reverse(cuts);
    GridAxis axis = new GridAxis(contribution, cuts);
    Grid grid =
        Grid.ofKnown(List.of(axis), tiers, levels -> tiers.get(tiers.size() - 1 - levels[0]));
    return GridModel.of(
        KIND,
        base.currency(),
        grid,
        notices(curve, base, axis),
        tiers.equals(METALS) || tiers.equals(LAYERS) ? ADVICE : null,
        provenance(base));
  }

  /** The contribution of the last customer within a limit; never below zero, so that losses are in the last tier. */
  private double cut(WhaleCurve curve, BigDecimal limit) {
    BigDecimal share = limit.divide(PERCENT);
    int last = byValue ? curve.countWithin(share) : curve.count(share);
    return last == 0 ? Double.POSITIVE_INFINITY : Math.max(0, curve.ranked(last).value());
  }

  private List<Reason> notices(WhaleCurve curve, CustomerBase base, GridAxis axis) {
    if (base.size() == 0) {
      return List.of(Reason.of("segmentation.no-customers"));
    }
    List<Reason> notices = new ArrayList<>();
    if (curve.missing() > 0) {
      notices.add(Reason.of("pyramid.missing").with("customers", curve.missing()));
    }
    if (curve.lossMakers() > 0) {
      notices.add(Reason.of("pyramid.losses").with("customers", curve.lossMakers()));
    }
    tied(curve, axis).ifPresent(notices::add);
    notices.addAll(curve.statements());
    return notices;
  }

  /** Customers who came into a better tier because the last one in it contributes as much as they do. */
  private Optional<Reason> tied(WhaleCurve curve, GridAxis axis) {
    int more = 0;
    for (int i = 0; i < limits.size(); i++) {
      double cut = axis.cuts().get(limits.size() - 1 - i);
      BigDecimal share = limits.get(i).divide(PERCENT);
      int asked = byValue ? curve.countWithin(share) : curve.count(share);
      if (cut > 0 && Double.isFinite(cut)) {
        more += curve.countAtLeast(cut) - asked;
      }
    }
    return more == 0
        ? Optional.empty()
        : Optional.of(Reason.of("pyramid.tied").with("customers", more));
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("contribution", contribution.toString());
    parameters.put("limits", limits + " % of " + (byValue ? "value" : "customers"));
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(KIND, parameters, base.window(), base.size());
  }

  /** Such as {@code pyramid of profit at [1, 5, 20] % of customers}. */
  @Override
  public String toString() {
    return KIND + " of " + contribution.name() + " at " + limits + " % of "
        + (byValue ? "value" : "customers");
  }

  /** Chooses shares and tiers. */
  public static final class Builder {

    private final Indicator contribution;
    private boolean byValue;
    private List<BigDecimal> limits =
        List.of(BigDecimal.ONE, BigDecimal.valueOf(5), BigDecimal.valueOf(20));
    private List<Segment> tiers = METALS;

    private Builder(Indicator contribution) {
      this.contribution = requireNonNull(contribution, "contribution");
    }

    /**
     * Where the tiers end, but the last one, in shares of the customers.
     *
     * @param percent cumulative, ascending, above 0 and below 100; default 1, 5 and 20
     * @return this builder
     */
    public Builder shareOfCustomers(double... percent) {
      return limits(false, percent);
    }

    /**
     * Where the tiers end, but the last one, in shares of what those who contribute something contribute.
     *
     * @param percent cumulative, ascending, above 0 and below 100
     * @return this builder
     */
    public Builder shareOfValue(double... percent) {
      return limits(true, percent);
    }

    private Builder limits(boolean ofValue, double... percent) {
      double before = 0;
      for (double limit : percent) {
        if (!(limit > before && limit < 100)) {
          throw new IllegalArgumentException("limits are " + Arrays.toString(percent)
              + ", they must ascend between 0 and 100. Maybe 1, 5 and 20 is what you want?");
        }
        before = limit;
      }
      byValue = ofValue;
      limits = Arrays.stream(percent).mapToObj(BigDecimal::valueOf).toList();
      return this;
    }

    /**
     * What the tiers are called.
     *
     * @param tiers the best first, one more than limits; default platinum, gold, iron and lead
     * @return this builder
     */
    public Builder tiers(List<Segment> tiers) {
      this.tiers = List.copyOf(tiers);
      return this;
    }

    /**
     * Calls the tiers VIP, main, ordinary and small.
     *
     * @return this builder
     */
    public Builder layers() {
      return tiers(LAYERS);
    }

    /**
     * The strategy.
     *
     * @return immutable
     * @throws IllegalArgumentException when there is not one tier more than limits
     */
    public Pyramid build() {
      if (limits.isEmpty() || tiers.size() != limits.size() + 1) {
        throw new IllegalArgumentException(
            "there are " + limits.size() + " limits and " + tiers.size()
                + " tiers, there must be one tier more. Maybe name them with tiers(...)?");
      }
      return new Pyramid(this);
    }
  }
}
