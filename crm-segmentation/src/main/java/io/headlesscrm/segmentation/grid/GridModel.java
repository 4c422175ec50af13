package io.headlesscrm.segmentation.grid;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A frozen grid: cut points, cells and where they come from. It scores customers that it has never seen; on the base of
 * the fit it gives the segments of the fit. Immutable and thread-safe.
 */
public final class GridModel implements SegmentationModel {

  private final String kind;
  private final Currency currency;
  private final Grid grid;
  private final List<Reason> notices;
  private final @Nullable String advice;
  private final Provenance provenance;

  private GridModel(
      String kind,
      Currency currency,
      Grid grid,
      List<Reason> notices,
      @Nullable String advice,
      Provenance provenance) {
    this.kind = requireNonNull(kind, "kind");
    this.currency = requireNonNull(currency, "currency");
    this.grid = requireNonNull(grid, "grid");
    this.notices = List.copyOf(notices);
    this.advice = advice;
    this.provenance = requireNonNull(provenance, "provenance");
  }

  /**
   * A model from its parts: the inverse of the accessors.
   *
   * @param kind of the strategy
   * @param currency of the base of the fit
   * @param grid cut points and cells
   * @param notices what a reader should know
   * @param advice what the key of an advice starts with, to which the code of the segment is added, such as
   *     {@code value.advice.}; null for a strategy that gives none
   * @param provenance of the fit
   * @return the model
   */
  public static GridModel of(
      String kind,
      Currency currency,
      Grid grid,
      List<Reason> notices,
      @Nullable String advice,
      Provenance provenance) {
    return new GridModel(kind, currency, grid, notices, advice, provenance);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<Segment> segments() {
    return grid.segments();
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public List<Reason> notices() {
    return notices;
  }

  /**
   * The currency of the base of the fit.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return currency;
  }

  /**
   * Cut points and cells.
   *
   * @return the grid
   */
  public Grid grid() {
    return grid;
  }

  /**
   * What the key of an advice starts with.
   *
   * @return empty for a strategy that gives none
   */
  public Optional<String> findAdvicePrefix() {
    return Optional.ofNullable(advice);
  }

  /**
   * What to do with the customers of a segment.
   *
   * @param segment of this model
   * @return empty for a strategy that gives none, and for customers who are not assessed
   */
  public Optional<Reason> findAdvice(Segment segment) {
    return advice == null || segment.equals(Segment.UNASSESSED)
        ? Optional.empty()
        : Optional.of(Reason.of(advice + segment.code()));
  }

  /**
   * The indicators of a customer.
   *
   * @param base with the measures of the indicators
   * @param row of the base
   * @return one value per axis; NaN where it is not known
   */
  public double[] values(CustomerBase base, int row) {
    double[] values = new double[grid.axes().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = grid.axes().get(i).indicator().value(base, row);
    }
    return values;
  }

  /**
   * The segment of one customer.
   *
   * @param values one per axis; NaN where it is not known
   * @return the segment
   */
  public Segment segment(double... values) {
    return grid.segment(levels(values));
  }

  private int[] levels(double[] values) {
    int[] levels = new int[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = grid.axes().get(i).level(values[i]);
    }
    return levels;
  }

  @Override
  public Segmentation segment(CustomerBase base) {
    requireCurrency(base);
    return Segmentation.of(
        this,
        base,
        row -> grid.index(levels(values(base, row))),
        new GridReasons(this, base)::reasons);
  }

  /**
   * What would change the segment: for each indicator the nearest value above and below that makes another one.
   *
   * @param values one per axis; NaN where it is not known
   * @return by axis, upwards first; empty when nothing would
   */
  public List<GridMove> moves(double... values) {
    int[] levels = levels(values);
    List<GridMove> moves = new ArrayList<>();
    for (int axis = 0; axis < levels.length; axis++) {
      if (levels[axis] != GridAxis.MISSING) {
        findMove(values, levels, axis, 1).ifPresent(moves::add);
        findMove(values, levels, axis, -1).ifPresent(moves::add);
      }
    }
    return moves;
  }

  private Optional<GridMove> findMove(double[] values, int[] levels, int axis, int step) {
    Segment now = grid.segment(levels);
    GridAxis cut = grid.axes().get(axis);
    int[] other = levels.clone();
    for (other[axis] += step; other[axis] >= 0 && other[axis] < cut.levels(); other[axis] += step) {
      double needed = nearest(cut, other[axis], step);
      // a level between two equal cuts has no value
      boolean exists = Double.isFinite(needed) && cut.level(needed) == other[axis];
      if (exists && isReachable(cut.indicator(), needed) && !grid.segment(other).equals(now)) {
        return Optional.of(
            new GridMove(axis, cut.indicator(), values[axis], needed, grid.segment(other)));
      }
    }
    return Optional.empty();
  }

  private static boolean isReachable(Indicator indicator, double needed) {
    return !(indicator.formula() instanceof Formula.Index) || (needed >= 0 && needed <= 1);
  }

  /** The value of a level that is nearest when one comes from below (step 1) or from above (step -1). */
  private double nearest(GridAxis axis, int level, int step) {
    double cut = axis.cuts().get(step > 0 ? level - 1 : level);
    if (axis.indicator().isSpend() && Double.isFinite(cut)) {
      return money(cut, step > 0);
    }
    if (axis.indicator().isCounted()) {
      return step > 0 ? Math.ceil(cut) : Math.ceil(cut) - 1;
    }
    return step > 0 ? cut : Math.nextDown(cut);
  }

  /** The least amount of money that reaches a cut, or the largest one that does not. */
  private double money(double cut, boolean reached) {
    int digits = Money.fractionDigits(currency);
    BigDecimal least = BigDecimal.valueOf(cut).setScale(digits, RoundingMode.CEILING);
    return (reached ? least : least.subtract(BigDecimal.ONE.movePointLeft(digits))).doubleValue();
  }

  private void requireCurrency(CustomerBase base) {
    boolean matters = grid.axes().stream().anyMatch(axis -> axis.indicator().dependsOnCurrency());
    if (matters && !base.currency().equals(currency)) {
      throw new IllegalArgumentException("currency of the base is " + base.currency()
          + ", it must be " + currency + " as in the fit. Maybe convert with ExchangeRates first?");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridModel that
        && kind.equals(that.kind)
        && currency.equals(that.currency)
        && grid.equals(that.grid)
        && notices.equals(that.notices)
        && findAdvicePrefix().equals(that.findAdvicePrefix())
        && provenance.equals(that.provenance);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + grid.hashCode();
  }

  /** The provenance in one line. */
  @Override
  public String toString() {
    return provenance.toString();
  }
}
