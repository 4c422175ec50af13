package io.headlesscrm.churn.history;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * How many customers have which purchase history and which covariates: traits of a customer that do not change, such as
 * the distance to the depot or, as 0 and 1, whether a customer has a contract.
 *
 * <p>Customers with equal covariates are a group with a {@link PurchaseHistogram} of its own. The groups are sorted, so
 * that the order in which customers were added leaves no trace. A category of several values is one column of 0 and 1
 * for each value but one. Immutable.
 */
public final class CovariateHistogram {

  private final TimeScale unit;
  private final List<Measure> covariates;
  private final List<double[]> values;
  private final List<PurchaseHistogram> histograms;
  private final long withoutValue;

  private CovariateHistogram(
      Builder builder, List<double[]> values, List<PurchaseHistogram> histograms) {
    this.unit = builder.unit;
    this.covariates = builder.covariates;
    this.values = values;
    this.histograms = histograms;
    this.withoutValue = builder.withoutValue;
  }

  /**
   * An empty histogram to fill.
   *
   * @param unit the unit of the times to come
   * @param covariates what the columns are, at least one and no two the same
   * @return a new builder
   * @throws IllegalArgumentException without a column, or when one comes twice
   */
  public static Builder builder(TimeScale unit, List<Measure> covariates) {
    if (covariates.isEmpty() || new HashSet<>(covariates).size() < covariates.size()) {
      throw new IllegalArgumentException("covariates are " + covariates
          + ", they must be at least one and no two the same. Maybe a column is named twice?");
    }
    return new Builder(requireNonNull(unit, "unit"), List.copyOf(covariates));
  }

  /**
   * The histogram of a base.
   *
   * @param base customers without a purchase in scope, of whom only returns are known, are left out
   * @param unit of the times
   * @param covariates measures of the base, at least one and no two the same
   * @return the histogram; customers of whom a covariate is missing are counted by {@link #withoutValue}
   * @throws IllegalArgumentException when the base has no such measure or a value is infinite or beyond 1e100
   */
  public static CovariateHistogram of(CustomerBase base, TimeScale unit, List<Measure> covariates) {
    Builder builder = builder(unit, covariates);
    double[][] columns = covariates.stream().map(base::values).toArray(double[][]::new);
    for (int row = 0; row < base.size(); row++) {
      if (base.purchases(row) > 0) {
        int customer = row;
        double[] values =
            Arrays.stream(columns).mapToDouble(column -> column[customer]).toArray();
        builder.add(PurchaseHistory.of(base, row, unit), 1, values);
      }
    }
    return builder.build();
  }

  /**
   * The unit of its times.
   *
   * @return hour, day or week
   */
  public TimeScale unit() {
    return unit;
  }

  /**
   * What the columns are.
   *
   * @return at least one
   */
  public List<Measure> covariates() {
    return covariates;
  }

  /**
   * How many different combinations of covariates there are.
   *
   * @return at least 0
   */
  public int groups() {
    return histograms.size();
  }

  /**
   * A covariate of a group.
   *
   * @param group in [0, groups)
   * @param column in [0, number of covariates)
   * @return finite
   */
  public double value(int group, int column) {
    return values.get(group)[column];
  }

  /**
   * The purchase histories of a group.
   *
   * @param group in [0, groups)
   * @return not empty
   */
  public PurchaseHistogram histogram(int group) {
    return histograms.get(group);
  }

  /**
   * How many customers were left out because a covariate is not known of them.
   *
   * @return at least 0
   */
  public long withoutValue() {
    return withoutValue;
  }

  /**
   * The same customers without their covariates.
   *
   * @return the sum of all groups
   */
  public PurchaseHistogram toHistogram() {
    PurchaseHistogram.Builder all = PurchaseHistogram.builder(unit);
    histograms.forEach(all::addAll);
    return all.build();
  }

  /** Such as {@code 2357 customers in 12 groups by [contract, distance (km)], WEEK}. */
  @Override
  public String toString() {
    return toHistogram().customers() + " customers in " + groups() + " groups by " + covariates
        + ", " + unit;
  }

  /** Collects customers in any order. Not thread-safe. */
  public static final class Builder {

    /** So that squares of values can be computed with. */
    private static final double LARGEST = 1e100;

    private final TimeScale unit;
    private final List<Measure> covariates;
    private final List<Row> rows = new ArrayList<>();
    private long withoutValue;

    private Builder(TimeScale unit, List<Measure> covariates) {
      this.unit = unit;
      this.covariates = covariates;
    }

    /**
     * Adds customers with the same history and the same covariates.
     *
     * @param history of each of them
     * @param customers how many, at least 0
     * @param values one per covariate; NaN where it is not known, which leaves the customers out
     * @return this
     * @throws IllegalArgumentException for a negative number of customers, a value too few or too many, or one that
     *     is infinite or beyond 1e100
     */
    public Builder add(PurchaseHistory history, long customers, double... values) {
      requireNonNull(history, "history");
      if (customers < 0) {
        throw new IllegalArgumentException("customers is " + customers + ", it must be at least 0");
      }
      if (values.length != covariates.size()) {
        throw new IllegalArgumentException(
            "there are " + values.length + " values, there must be one for each of " + covariates);
      }
      if (Arrays.stream(values).anyMatch(value -> Math.abs(value) > LARGEST)) {
        throw new IllegalArgumentException("a covariate is infinite or beyond " + LARGEST
            + ", it must not be. Maybe it is a quotient by 0?");
      }
      if (Arrays.stream(values).anyMatch(Double::isNaN)) {
        withoutValue += customers;
      } else if (customers > 0) {
        rows.add(new Row(values, history, customers));
      }
      return this;
    }

    /**
     * The histogram of all that was added so far.
     *
     * @return its groups sorted by the first covariate, then the second, and so on
     */
    public CovariateHistogram build() {
      List<Row> sorted = rows.stream().sorted(Row.ORDER).toList();
      List<double[]> values = new ArrayList<>();
      List<PurchaseHistogram> histograms = new ArrayList<>();
      for (int from = 0; from < sorted.size(); ) {
        int to = endOfGroup(sorted, from);
        values.add(sorted.get(from).values);
        histograms.add(histogram(sorted.subList(from, to)));
        from = to;
      }
      return new CovariateHistogram(this, values, histograms);
    }

    private static int endOfGroup(List<Row> sorted, int from) {
      int to = from;
      while (to < sorted.size() && Arrays.equals(sorted.get(to).values, sorted.get(from).values)) {
        to++;
      }
      return to;
    }

    private PurchaseHistogram histogram(List<Row> group) {
      int[] x = new int[group.size()];
      double[] tx = new double[group.size()];
      double[] age = new double[group.size()];
      long[] count = new long[group.size()];
      int size = 0;
      for (int i = 0; i < group.size(); i++) {
        Row row = group.get(i);
        if (i == 0 || Row.HISTORY.compare(row, group.get(i - 1)) != 0) {
          x[size] = row.x;
          tx[size] = row.tx;
          age[size] = row.age;
          size++;
        }
        count[size - 1] += row.count;
      }
      return new PurchaseHistogram(
          unit,
          Arrays.copyOf(x, size),
          Arrays.copyOf(tx, size),
          Arrays.copyOf(age, size),
          Arrays.copyOf(count, size));
    }
  }

  /** Customers who are alike in everything. */
  private static final class Row {

    private static final Comparator<Row> HISTORY = Comparator.<Row>comparingInt(row -> row.x)
        .thenComparingDouble(row -> row.age)
        .thenComparingDouble(row -> row.tx);

    private static final Comparator<Row> ORDER = Comparator.<Row, double[]>comparing(
            row -> row.values, Arrays::compare)
        .thenComparing(HISTORY);

    private final double[] values;
    private final int x;
    private final double tx;
    private final double age;
    private final long count;

    /** Adding 0 turns -0.0 into 0.0: equal numbers must have equal bits. */
    private Row(double[] values, PurchaseHistory history, long count) {
      this.values = Arrays.stream(values).map(value -> value + 0.0).toArray();
      this.x = history.repeatPurchases();
      this.tx = history.recencyOfLast() + 0.0;
      this.age = history.age() + 0.0;
      this.count = count;
    }
  }
}
