package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.SegmentationStrategy;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Classes by cumulative share: sorted by value, the best first and equal values by id ascending as text, customers are
 * in class A up to the first limit, in B up to the second, and so on. Shares of money are compared as whole numbers,
 * never as doubles.
 *
 * <pre>{@code
 * AbcModel model = Abc.byValue().fit(base);
 * Abc.byValue().rank(base).concentration().gini(); // 0.715
 * }</pre>
 *
 * <p>Source: H. F. Dickie, ABC inventory analysis shoots for dollars, not pennies, Factory Management and Maintenance,
 * 1951.
 */
public final class Abc implements SegmentationStrategy {

  private static final int MAX_LIMITS = 25;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final Measure measure;
  private final Boundary boundary;
  private final ShareOf shareOf;
  private final List<BigDecimal> limits;
  private final NegativeValues negatives;

  private Abc(Builder builder) {
    this.measure = builder.measure;
    this.boundary = builder.boundary;
    this.shareOf = builder.shareOf;
    this.limits = builder.limits.isEmpty() ? defaultLimits(shareOf) : builder.limits;
    this.negatives = builder.negatives;
  }

  /**
   * By the amount that customers spent, limits 80 and 95 % of the value, boundary inclusive, negative values in the
   * lowest class.
   *
   * @return the strategy
   */
  public static Abc byValue() {
    return builder().build();
  }

  /**
   * Starts a strategy of the host's own.
   *
   * @return a builder that is set to {@link #byValue()}
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Limits for three classes: 80 and 95 % of the value, or 5 and 20 % of the customers. */
  static List<BigDecimal> defaultLimits(ShareOf shareOf) {
    return shareOf == ShareOf.VALUE
        ? List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95))
        : List.of(BigDecimal.valueOf(5), BigDecimal.valueOf(20));
  }

  /**
   * What is cumulated.
   *
   * @return the measure
   */
  public Measure measure() {
    return measure;
  }

  /**
   * Who belongs where on a limit.
   *
   * @return the boundary
   */
  public Boundary boundary() {
    return boundary;
  }

  /**
   * What the limits are shares of.
   *
   * @return value or customers
   */
  public ShareOf shareOf() {
    return shareOf;
  }

  /**
   * Where the classes end, but the last one.
   *
   * @return cumulative percentages, ascending, above 0 and below 100
   */
  public List<BigDecimal> limits() {
    return limits;
  }

  /**
   * What becomes of customers with a negative value.
   *
   * @return the policy
   */
  public NegativeValues negatives() {
    return negatives;
  }

  /**
   * The classes, the best first, and {@link Segment#UNASSESSED} after them when the measure can be missing.
   *
   * @return A, B, C and so on
   */
  public List<Segment> classes() {
    int count = limits.size() + 1;
    Stream<Segment> classes = IntStream.range(0, count).mapToObj(i -> letter(i, count - i));
    return Stream.concat(classes, isMoney() ? Stream.empty() : Stream.of(Segment.UNASSESSED))
        .toList();
  }

  private static Segment letter(int index, int rank) {
    String letter = Character.toString('A' + index);
    return Segment.of(letter, letter + " 类", rank);
  }

  boolean isMoney() {
    return measure.equals(Measure.MONETARY);
  }

  @Override
  public AbcModel fit(CustomerBase base) {
    ValueColumn column = column(base);
    int[] positions = positions(column);
    return AbcModel.of(
        this,
        base.currency(),
        Arrays.stream(positions)
            .mapToObj(position -> column.limit(position, base))
            .toList(),
        AbcFit.of(this, column, positions),
        provenance(base));
  }

  /**
   * The customers of a base in the order of their values, with cumulative shares and classes. Customers whose value is
   * missing are left out.
   *
   * @param base any
   * @return the ranking
   */
  public AbcRanking rank(CustomerBase base) {
    ValueColumn column = column(base);
    return new AbcRanking(
        classes(),
        column,
        values(base),
        positions(column),
        row -> base.customer(row).value());
  }

  /**
   * Items, or anything else that has a value, in the order of their values.
   *
   * @param values by name; all of one currency
   * @return the ranking; equal values are in the order of their names by code points
   * @throws IllegalArgumentException when currencies differ
   */
  public AbcRanking rank(Map<String, Money> values) {
    NamedAmounts amounts = NamedAmounts.of(values);
    ValueColumn column =
        ValueColumn.of(amounts.minorUnits(), amounts.keys(), negatives, amounts::name);
    return new AbcRanking(classes(), column, amounts.keys(), positions(column), amounts::name);
  }

  private ValueKeys values(CustomerBase base) {
    return ValueKeys.of(measure, base.currency());
  }

  private ValueColumn column(CustomerBase base) {
    return ValueColumn.of(base, values(base), negatives);
  }

  private int[] positions(ValueColumn column) {
    return new ClassCuts(column, boundary, shareOf).positions(limits);
  }

  private Provenance provenance(CustomerBase base) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("measure", measure.toString());
    parameters.put("boundary", boundary.toString());
    parameters.put("limits", limits + " % of " + shareOf);
    parameters.put("negatives", negatives.toString());
    parameters.put("returns", base.returnsPolicy().toString());
    return Provenance.of(AbcModel.KIND, parameters, base.window(), base.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Abc that
        && measure.equals(that.measure)
        && boundary == that.boundary
        && shareOf == that.shareOf
        && limits.equals(that.limits)
        && negatives == that.negatives;
  }

  @Override
  public int hashCode() {
    return 31 * measure.hashCode() + limits.hashCode();
  }

  /** Such as {@code abc of monetary (currency) at [80, 95] % of value, inclusive}. */
  @Override
  public String toString() {
    return "abc of " + measure + " at " + limits + " % of " + shareOf + ", " + boundary;
  }

  /** Chooses measure, limits, boundary and what becomes of negative values. */
  public static final class Builder {

    private Measure measure = Measure.MONETARY;
    private Boundary boundary = Boundary.INCLUSIVE;
    private ShareOf shareOf = ShareOf.VALUE;
    private List<BigDecimal> limits = List.of();
    private NegativeValues negatives = NegativeValues.LOWEST_CLASS;

    private Builder() {}

    /**
     * What is cumulated.
     *
     * @param measure any of the base, such as a margin; default {@link Measure#MONETARY}, which is exact
     * @return this builder
     */
    public Builder measure(Measure measure) {
      this.measure = requireNonNull(measure, "measure");
      return this;
    }

    /**
     * Who belongs where on a limit.
     *
     * @param boundary default {@link Boundary#INCLUSIVE}
     * @return this builder
     */
    public Builder boundary(Boundary boundary) {
      this.boundary = requireNonNull(boundary, "boundary");
      return this;
    }

    /**
     * What the limits are shares of.
     *
     * @param shareOf default {@link ShareOf#VALUE}
     * @return this builder
     */
    public Builder shareOf(ShareOf shareOf) {
      this.shareOf = requireNonNull(shareOf, "shareOf");
      return this;
    }

    /**
     * Where the classes end, but the last one.
     *
     * @param percent cumulative, ascending, above 0 and below 100, at most 25; default 80 and 95 of the value, 5 and 20
     *     of the customers
     * @return this builder
     */
    public Builder limits(double... percent) {
      return limits(Arrays.stream(percent).mapToObj(BigDecimal::valueOf).toList());
    }

    /**
     * Where the classes end, but the last one, exact.
     *
     * @param percent as for {@link #limits(double...)}
     * @return this builder
     * @throws IllegalArgumentException when there is none, or they do not ascend between 0 and 100
     */
    public Builder limits(List<BigDecimal> percent) {
      BigDecimal before = BigDecimal.ZERO;
      for (BigDecimal limit : percent) {
        if (limit.compareTo(before) <= 0 || limit.compareTo(WHOLE) >= 0) {
          throw new IllegalArgumentException("limits are " + percent
              + ", they must ascend between 0 and 100. Maybe 80 and 95 is what you want?");
        }
        before = limit;
      }
      if (percent.isEmpty() || percent.size() > MAX_LIMITS) {
        throw new IllegalArgumentException(
            "there are " + percent.size() + " limits, there must be 1 to " + MAX_LIMITS);
      }
      if (before.compareTo(BigDecimal.ONE) <= 0) {
        throw new IllegalArgumentException("limits are " + percent
            + ", they are percent, and the last class would hold nearly everybody. Maybe 80 and 95 for .8"
            + " and .95?");
      }
      limits = percent.stream().map(Builder::plain).toList();
      return this;
    }

    /** One form for 80 and 80.0, and not 8E+1. */
    private static BigDecimal plain(BigDecimal limit) {
      BigDecimal stripped = limit.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * What becomes of customers with a negative value.
     *
     * @param negatives default {@link NegativeValues#LOWEST_CLASS}
     * @return this builder
     */
    public Builder negatives(NegativeValues negatives) {
      this.negatives = requireNonNull(negatives, "negatives");
      return this;
    }

    /**
     * The strategy.
     *
     * @return immutable
     */
    public Abc build() {
      return new Abc(this);
    }
  }
}
