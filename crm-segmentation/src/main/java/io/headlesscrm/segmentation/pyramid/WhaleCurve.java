package io.headlesscrm.segmentation.pyramid;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.internal.CommonUnit;
import io.headlesscrm.segmentation.internal.SortedValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cumulative contribution of customers, the best first and equal ones by id ascending as text. It rises to a peak
 * and falls where customers cost more than they bring: the back of the whale. Sums are exact; customers whose
 * contribution is not known are left out. Immutable and thread-safe.
 *
 * <p>Source: R. S. Kaplan and V. G. Narayanan, Measuring and managing customer profitability, Journal of Cost Management
 * 15(5), 2001.
 */
public final class WhaleCurve {

  private final CustomerBase base;
  private final double[] values;
  private final int[] rows;
  private final int missing;
  private final double scale;
  private final int[] order;

  /** Entry i is what the i best ones contribute together, in units. */
  private final long[] cumulated;

  private final int peakAt;

  private WhaleCurve(CustomerBase base, double[] values, int[] rows, int missing) {
    this.base = base;
    this.values = values;
    this.rows = rows;
    this.missing = missing;
    this.scale = CommonUnit.scale(index -> values[index], values.length);
    long[] units = new long[values.length];
    Arrays.setAll(units, index -> Math.round(values[index] * scale));
    this.order = order(units);
    this.cumulated = new long[units.length + 1];
    for (int position = 0; position < units.length; position++) {
      cumulated[position + 1] = cumulated[position] + units[order[position]];
    }
    this.peakAt = firstPeak(cumulated);
  }

  private static int firstPeak(long[] cumulated) {
    int peak = 0;
    for (int best = 1; best < cumulated.length; best++) {
      peak = cumulated[best] > cumulated[peak] ? best : peak;
    }
    return peak;
  }

  /**
   * The curve of a base.
   *
   * @param base with the measures of the indicator
   * @param contribution profit, lifetime value, or spend for want of a better one
   * @return the curve
   */
  public static WhaleCurve of(CustomerBase base, Indicator contribution) {
    double[] all = contribution.values(base);
    int[] rows =
        IntStream.range(0, all.length).filter(row -> !Double.isNaN(all[row])).toArray();
    double[] values = Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    return new WhaleCurve(base, values, rows, all.length - rows.length);
  }

  /** Rows are in the order of ids: placing them one after the other keeps equal values in that order. */
  private static int[] order(long[] units) {
    SortedValues sorted = SortedValues.of(units);
    int[] order = new int[units.length];
    int[] placed = new int[units.length];
    for (int index = 0; index < units.length; index++) {
      int start = units.length - sorted.countAtMost(units[index]);
      order[start + placed[start]++] = index;
    }
    return order;
  }

  /**
   * How many customers are on the curve.
   *
   * @return at least 0
   */
  public int size() {
    return order.length;
  }

  /**
   * How many customers are not, because their contribution is not known.
   *
   * @return at least 0
   */
  public int missing() {
    return missing;
  }

  /**
   * What all contribute together.
   *
   * @return in the unit of the indicator
   */
  public double total() {
    return cumulated[size()] / scale;
  }

  /**
   * What the best ones contribute together.
   *
   * @param best how many, 0 to size
   * @return in the unit of the indicator
   */
  public double cumulative(int best) {
    return cumulated[best] / scale;
  }

  /**
   * A customer in its place.
   *
   * @param rank 1 to size
   * @return value and cumulative share
   */
  public Contribution ranked(int rank) {
    int index = order[rank - 1];
    return new Contribution(
        rank, base.customer(rows[index]), values[index], share(cumulated[rank]));
  }

  /**
   * All customers in their places.
   *
   * @return the best first, made one by one while the stream is read
   */
  public Stream<Contribution> stream() {
    return IntStream.rangeClosed(1, size()).mapToObj(this::ranked);
  }

  /**
   * How many of the best customers it takes to reach the peak.
   *
   * @return the smallest such number; 0 when nobody contributes anything
   */
  public int peakAt() {
    return peakAt;
  }

  /**
   * What the customers up to the peak contribute together.
   *
   * @return in the unit of the indicator, at least the total
   */
  public double peak() {
    return cumulative(peakAt());
  }

  /**
   * The peak as a share of the total.
   *
   * @return at least 1; NaN when the total is not above zero
   */
  public double peakShare() {
    return share(cumulated[peakAt]);
  }

  /**
   * The share of the peak that the loss makers consume: (peak - total) / peak.
   *
   * @return at least 0, above 1 when all together lose; NaN when nobody contributes anything
   */
  public double erosion() {
    long peak = cumulated[peakAt];
    return peak == 0 ? Double.NaN : (double) (peak - cumulated[size()]) / peak;
  }

  /**
   * The share of what the best ones contribute that all the others together consume: the other reading of "half of it is
   * eaten by the bottom".
   *
   * @param shareOfCustomers who the best ones are, in [0, 1]
   * @return negative when the others contribute something; NaN when the best ones contribute nothing
   */
  public double erosionOfTop(double shareOfCustomers) {
    long top = cumulated[count(checked(shareOfCustomers))];
    return top == 0 ? Double.NaN : (double) (top - cumulated[size()]) / top;
  }

  /**
   * How many customers contribute less than nothing.
   *
   * @return at least 0
   */
  public int lossMakers() {
    return (int) Arrays.stream(values).filter(value -> value < 0).count();
  }

  /**
   * The customers who contribute less than nothing.
   *
   * @return the largest loss first
   */
  public List<CustomerId> losses() {
    return IntStream.iterate(size(), rank -> rank > size() - lossMakers(), rank -> rank - 1)
        .mapToObj(rank -> ranked(rank).customer())
        .toList();
  }

  /**
   * What the best ones contribute.
   *
   * @param shareOfCustomers in [0, 1]; their number is rounded down
   * @return their share of the total; NaN when the total is not above zero
   */
  public double topShare(double shareOfCustomers) {
    return share(cumulated[count(checked(shareOfCustomers))]);
  }

  /**
   * What the last ones contribute.
   *
   * @param shareOfCustomers in [0, 1]; their number is rounded down
   * @return their share of the total, negative where they cost more than they bring; NaN when the total is not above
   *     zero
   */
  public double bottomShare(double shareOfCustomers) {
    int last = count(checked(shareOfCustomers));
    return share(cumulated[size()] - cumulated[size() - last]);
  }

  /**
   * How many of the best customers contribute a share of the total.
   *
   * @param shareOfTotal in [0, 1]
   * @return the smallest number who bring at least that; the size when they never do
   */
  public int customersFor(double shareOfTotal) {
    BigDecimal needed = checked(shareOfTotal).multiply(BigDecimal.valueOf(cumulated[size()]));
    return (int) IntStream.range(0, size())
        .takeWhile(best -> BigDecimal.valueOf(cumulated[best]).compareTo(needed) < 0)
        .count();
  }

  /**
   * Points of the curve, for a chart.
   *
   * @param steps into which the curve is cut, at least 1
   * @return from no customer to all of them, the peak among them; fewer when there are fewer customers
   */
  public List<CurvePoint> points(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ", it must be at least 1");
    }
    IntStream regular =
        IntStream.rangeClosed(0, steps).map(step -> (int) ((long) step * size() / steps));
    return IntStream.concat(regular, IntStream.of(peakAt))
        .distinct()
        .sorted()
        .mapToObj(best -> new CurvePoint((double) best / size(), share(cumulated[best])))
        .toList();
  }

  /**
   * The curve in sentences: what the top 20 % bring, what the bottom 30 % bring or cost, and where the peak is.
   *
   * @return empty when the total is not above zero
   */
  public List<Reason> statements() {
    if (cumulated[size()] <= 0) {
      return List.of();
    }
    List<Reason> statements = new ArrayList<>();
    statements.add(Reason.of("pyramid.top").with("customers", 0.2).with("share", topShare(0.2)));
    double bottom = bottomShare(0.3);
    statements.add(Reason.of(bottom < 0 ? "pyramid.bottom.costs" : "pyramid.bottom.brings")
        .with("customers", 0.3)
        .with("share", Math.abs(bottom)));
    if (lossMakers() > 0) {
      statements.add(Reason.of("pyramid.peak")
          .with("share", peakShare())
          .with("customers", peakAt())
          .with("size", size())
          .with("erosion", erosion()));
    }
    return statements;
  }

  /** How many customers a share of them is, rounded down. */
  int count(BigDecimal share) {
    return share
        .multiply(BigDecimal.valueOf(size()))
        .setScale(0, RoundingMode.DOWN)
        .intValueExact();
  }

  /** How many customers contribute at least that. */
  int countAtLeast(double value) {
    return (int) Arrays.stream(values).filter(other -> other >= value).count();
  }

  /** The most customers who together bring no more than a share of what those who contribute something bring. */
  int countWithin(BigDecimal share) {
    BigDecimal bound = share.multiply(BigDecimal.valueOf(cumulated[peakAt]));
    int best = 0;
    while (best < peakAt && BigDecimal.valueOf(cumulated[best + 1]).compareTo(bound) <= 0) {
      best++;
    }
    return best;
  }

  private double share(long units) {
    long total = cumulated[size()];
    return total > 0 ? (double) units / total : Double.NaN;
  }

  private static BigDecimal checked(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share is " + share + ", it must be in [0, 1]. Maybe 0.2 is what you want?");
    }
    return BigDecimal.valueOf(share);
  }

  /** Such as {@code peak of 100.16 % at 4317 of 4372 customers}; the share is rounded. */
  @Override
  public String toString() {
    return "peak of " + Math.round(peakShare() * 10_000) / 100.0 + " % at " + peakAt() + " of "
        + size() + " customers";
  }
}
