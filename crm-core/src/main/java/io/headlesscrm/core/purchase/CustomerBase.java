package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All customers as of a date, one row each, in the order of their ids: a view of a {@link PurchaseLog} (or of
 * summaries that the host keeps) under one {@link ReturnsPolicy}. Strategies and models read it; a host adds columns of
 * its own with {@link #with}. Immutable and thread-safe.
 */
public final class CustomerBase {

  private final BaseSource source;
  private final ReturnsPolicy policy;
  private final ObservationWindow window;
  private final BaseColumns columns;
  private final boolean isPart;
  private final Map<Measure, double[]> measures;
  private final double minorPerMajor;
  private final int endDay;

  private CustomerBase(
      BaseSource source,
      ReturnsPolicy policy,
      ObservationWindow window,
      BaseColumns columns,
      boolean isPart,
      Map<Measure, double[]> measures) {
    this.source = source;
    this.policy = policy;
    this.window = window;
    this.columns = columns;
    this.isPart = isPart;
    this.measures = measures;
    this.minorPerMajor = Math.pow(10, Money.fractionDigits(source.currency()));
    this.endDay = Math.toIntExact(window.end().toEpochDay());
  }

  static CustomerBase of(
      PurchaseLog log, ReturnsPolicy policy, ObservationWindow window, BaseColumns columns) {
    return new CustomerBase(
        BaseSource.of(log, policy, window), policy, window, columns, false, Map.of());
  }

  /**
   * A base from summaries that the host keeps, one per customer.
   *
   * @param summaries by customer; those without a purchase are left out
   * @param asOf the first day that does not count; every purchase must lie before it
   * @param currency of all amounts
   * @return the base; its policy is NET when a summary has returns, else SALES
   * @throws IllegalArgumentException when a purchase is not before that day
   */
  public static CustomerBase of(
      Map<CustomerId, PurchaseSummary> summaries, LocalDate asOf, Currency currency) {
    NavigableMap<CustomerId, PurchaseSummary> sorted = new TreeMap<>(summaries);
    sorted.values().removeIf(PurchaseSummary::isEmpty);
    CustomerId[] ids = sorted.keySet().toArray(CustomerId[]::new);
    PurchaseSummary[] values = sorted.values().toArray(PurchaseSummary[]::new);
    BaseColumns columns = new BaseColumns(values.length);
    LocalDate start = asOf;
    boolean returns = false;
    for (int row = 0; row < values.length; row++) {
      requireBefore(asOf, ids[row], values[row]);
      columns.add(row, values[row], values[row].netMinor());
      start = values[row].firstDay().isBefore(start) ? values[row].firstDay() : start;
      returns |= values[row].returnedMinor() != 0;
    }
    return new CustomerBase(
        BaseSource.of(ids, values, currency),
        returns ? ReturnsPolicy.NET : ReturnsPolicy.SALES,
        new ObservationWindow(start, asOf),
        columns,
        false,
        Map.of());
  }

  private static void requireBefore(LocalDate asOf, CustomerId id, PurchaseSummary summary) {
    if (!summary.lastDay().isBefore(asOf)) {
      throw new IllegalArgumentException("customer " + id + " bought on " + summary.lastDay()
          + ", it must be before " + asOf + ". Maybe the date of the base is too early?");
    }
  }

  /**
   * How many customers the base has.
   *
   * @return at least 0
   */
  public int size() {
    return columns.size;
  }

  /**
   * The first day that does not count.
   *
   * @return the date of the base
   */
  public LocalDate asOf() {
    return window.end();
  }

  /**
   * The days that count.
   *
   * @return from the first row of the log, whatever its kind, to the day before {@link #asOf()}
   */
  public ObservationWindow window() {
    return window;
  }

  /**
   * Which rows count.
   *
   * @return the policy
   */
  public ReturnsPolicy returnsPolicy() {
    return policy;
  }

  /**
   * The currency of all amounts.
   *
   * @return ISO 4217
   */
  public Currency currency() {
    return source.currency();
  }

  /**
   * The customer of a row.
   *
   * @param row 0 to size - 1
   * @return the id; ids ascend with the row
   */
  public CustomerId customer(int row) {
    return source.customer(columns.sources[row]);
  }

  /**
   * The row of a customer.
   *
   * @param customer any
   * @return empty when the customer has nothing in scope
   */
  public OptionalInt findRow(CustomerId customer) {
    int row = Arrays.binarySearch(columns.sources, 0, size(), source.indexOf(customer));
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * The number of purchases, the F of RFM.
   *
   * @param row 0 to size - 1
   * @return at least 1, but 0 under a net policy for a customer of whom only returns are known
   */
  public int purchases(int row) {
    return columns.purchases[row];
  }

  /**
   * The amount under the policy, the M of RFM.
   *
   * @param row 0 to size - 1
   * @return minor units; negative only under {@link ReturnsPolicy#NET}
   */
  public long spendMinor(int row) {
    return columns.spends[row];
  }

  /**
   * The amount under the policy, the M of RFM.
   *
   * @param row 0 to size - 1
   * @return the exact amount
   */
  public Money spend(int row) {
    return new Money(columns.spends[row], currency());
  }

  /**
   * Days from the last purchase to {@link #asOf()}, the R of RFM.
   *
   * @param row 0 to size - 1
   * @return at least 1; under a net policy, where only returns are known, the days since the last return
   */
  public int recencyDays(int row) {
    return endDay - columns.lastDays[row];
  }

  /**
   * Repeat purchase days, the x of the purchase-process models.
   *
   * @param row 0 to size - 1
   * @return distinct purchase days less the first one, at least 0
   */
  public int repeatPurchases(int row) {
    return Math.max(0, columns.purchaseDays[row] - 1);
  }

  /**
   * Days from the first to the last purchase, the t_x of the purchase-process models.
   *
   * @param row 0 to size - 1
   * @return at least 0
   */
  public int recencyOfLast(int row) {
    return columns.lastDays[row] - columns.firstDays[row];
  }

  /**
   * Days from the first purchase to the last day that counts, the T of the purchase-process models.
   *
   * @param row 0 to size - 1
   * @return at least 0
   */
  public int age(int row) {
    return endDay - 1 - columns.firstDays[row];
  }

  /**
   * Everything about the purchases of one customer, as of the date of the base.
   *
   * @param row 0 to size - 1
   * @return its summary
   */
  public PurchaseSummary summary(int row) {
    return source.summary(columns.sources[row]);
  }

  /**
   * What one customer bought day by day, as of the date of the base.
   *
   * @param row 0 to size - 1
   * @return empty for a base of summaries, which do not say when what was spent
   */
  public Optional<PurchaseDays> findPurchaseDays(int row) {
    return source.findDays(columns.sources[row]);
  }

  /**
   * Whether it is known how many items a purchase is of. What comes after the date of the base does not matter.
   *
   * @return true when some purchase that counts is of several items; false for a base of summaries
   */
  public boolean isItemised() {
    return IntStream.range(0, size()).anyMatch(row -> source.isItemised(columns.sources[row]));
  }

  /**
   * The base as it was at an earlier date, under the same policy: what a model that learns from the past is given, so that
   * it cannot know what came later. Customers whom {@link #only} has left out stay out. Columns of the host are not
   * there: nobody knows what they were.
   *
   * @param day the first day that did not count; after the start of the window and not after {@link #asOf()}
   * @return empty for a base of summaries, whose amounts cannot be parted by date
   * @throws IllegalArgumentException for a day outside the window
   */
  public Optional<CustomerBase> findEarlier(LocalDate day) {
    if (!day.isAfter(window.start()) || day.isAfter(window.end())) {
      throw new IllegalArgumentException("day is " + day + ", it must be after " + window.start()
          + " and not after " + window.end());
    }
    return source.findWithin(new ObservationWindow(window.start(), day)).map(this::ofOurs);
  }

  /** The customers of another base of the same log that are in this one too, where this one has left some out. */
  private CustomerBase ofOurs(CustomerBase other) {
    return isPart
        ? other.only(
            row -> Arrays.binarySearch(columns.sources, 0, size(), other.columns.sources[row]) >= 0)
        : other;
  }

  /**
   * One value of one customer.
   *
   * @param measure one of the base's or of the host's
   * @param row 0 to size - 1
   * @return in the measure's unit; NaN when it is missing
   * @throws IllegalArgumentException when the base has no such measure
   */
  public double value(Measure measure, int row) {
    double[] added = measures.get(measure);
    return added != null ? added[row] : derived(measure, row);
  }

  /**
   * All values of a measure, in the order of the rows.
   *
   * @param measure one of the base's or of the host's
   * @return a copy; NaN where a value is missing
   * @throws IllegalArgumentException when the base has no such measure
   */
  public double[] values(Measure measure) {
    double[] values = new double[size()];
    Arrays.setAll(values, row -> value(measure, row));
    return values;
  }

  /**
   * Whether the base has that measure.
   *
   * @param measure any
   * @return true for the derived ones and those added
   */
  public boolean has(Measure measure) {
    return measures.containsKey(measure) || isDerived(measure);
  }

  /**
   * This base with one column more.
   *
   * @param measure what the values are; replaces a column of the same name and unit
   * @param values by customer; customers that are not in the base are left out, customers without a value have it
   *     missing
   * @return a new base
   */
  public CustomerBase with(Measure measure, Map<CustomerId, ? extends Number> values) {
    double[] column = new double[size()];
    Arrays.fill(column, Double.NaN);
    values.forEach(
        (customer, value) -> findRow(customer).ifPresent(row -> column[row] = value.doubleValue()));
    return withColumn(measure, column);
  }

  /**
   * This base with one column more.
   *
   * @param measure what the values are; replaces a column of the same name and unit
   * @param values one per row, NaN where missing; copied
   * @return a new base
   * @throws IllegalArgumentException when their number is not the size of the base, or the measure is a derived one
   */
  public CustomerBase with(Measure measure, double[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(
          measure + " has " + values.length + " values, it must have one for each of the " + size()
              + " customers. Maybe give them by customer?");
    }
    return withColumn(measure, values.clone());
  }

  /**
   * Some of the customers of this base, such as those of a country, with all their columns. Window and policy stay.
   *
   * @param kept asked for each row, 0 to size - 1
   * @return a new base; its rows are counted anew, in the order of the ids
   */
  public CustomerBase only(IntPredicate kept) {
    int[] rows = IntStream.range(0, size()).filter(kept).toArray();
    Map<Measure, double[]> some = new HashMap<>();
    measures.forEach((measure, column) ->
        some.put(measure, Arrays.stream(rows).mapToDouble(row -> column[row]).toArray()));
    return new CustomerBase(source, policy, window, columns.only(rows), true, some);
  }

  private CustomerBase withColumn(Measure measure, double[] column) {
    requireNonNull(measure, "measure");
    if (isDerived(measure)) {
      throw new IllegalArgumentException(
          measure + " is derived from the purchases. Maybe choose another name?");
    }
    Map<Measure, double[]> more = new HashMap<>(measures);
    more.put(measure, column);
    return new CustomerBase(source, policy, window, columns, isPart, more);
  }

  private double derived(Measure measure, int row) {
    if (measure.equals(Measure.MONETARY)) {
      return columns.spends[row] / minorPerMajor;
    }
    if (measure.equals(Measure.RECENCY_DAYS)) {
      return recencyDays(row);
    }
    if (measure.equals(Measure.FREQUENCY)) {
      return columns.purchases[row];
    }
    if (measure.equals(Measure.PURCHASE_DAYS)) {
      return columns.purchaseDays[row];
    }
    if (measure.equals(Measure.AGE_DAYS)) {
      return age(row);
    }
    throw new IllegalArgumentException(
        "the base has no measure " + measure + ". Maybe add it with base.with(...)?");
  }

  private static boolean isDerived(Measure measure) {
    return measure.equals(Measure.MONETARY)
        || measure.equals(Measure.RECENCY_DAYS)
        || measure.equals(Measure.FREQUENCY)
        || measure.equals(Measure.PURCHASE_DAYS)
        || measure.equals(Measure.AGE_DAYS);
  }

  /** Such as {@code 4338 customers as of 2011-12-10 (sales)}. */
  @Override
  public String toString() {
    return size() + " customers as of " + asOf() + " (" + policy + ")";
  }
}
