package io.headlesscrm.churn.history;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.time.TimeScale;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many customers have which purchase history: all that a purchase-process model needs to be fitted.
 *
 * <p>A history is the triple of repeat purchase days, the time from the first to the last purchase and the time from
 * the first purchase to the end of observation. Equal triples are one row with a count, and the rows are sorted, so
 * that the order in which customers were added leaves no trace. Histograms of disjoint customers add up by
 * {@link #merge}. Immutable.
 */
public final class PurchaseHistogram {

  private final TimeScale unit;
  private final int[] repeatPurchases;
  private final double[] recencyOfLast;
  private final double[] ages;
  private final long[] counts;

  PurchaseHistogram(
      TimeScale unit, int[] repeatPurchases, double[] recencyOfLast, double[] ages, long[] counts) {
    this.unit = unit;
    this.repeatPurchases = repeatPurchases;
    this.recencyOfLast = recencyOfLast;
    this.ages = ages;
    this.counts = counts;
  }

  /**
   * An empty histogram to fill.
   *
   * @param unit the unit of the times to come
   * @return a new builder
   */
  public static Builder builder(TimeScale unit) {
    return new Builder(requireNonNull(unit, "unit"));
  }

  /**
   * The histogram of a base.
   *
   * @param base customers without a purchase in scope, of whom only returns are known, are left out
   * @param unit of the times
   * @return the histogram, empty for an empty base
   */
  public static PurchaseHistogram of(CustomerBase base, TimeScale unit) {
    Builder builder = builder(unit);
    for (int row = 0; row < base.size(); row++) {
      if (base.purchases(row) > 0) {
        builder.add(
            base.repeatPurchases(row),
            unit.fromDays(PurchaseHistory.recencyOfLastDays(base, row)),
            unit.fromDays(base.age(row)));
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
   * How many different triples it has.
   *
   * @return at least 0
   */
  public int uniqueTriples() {
    return counts.length;
  }

  /**
   * How many customers it counts.
   *
   * @return at least 0
   */
  public long customers() {
    return Arrays.stream(counts).sum();
  }

  /**
   * How many of them came back at least once.
   *
   * @return at least 0
   */
  public long repeatCustomers() {
    long customers = 0;
    for (int row = 0; row < counts.length; row++) {
      customers += repeatPurchases[row] > 0 ? counts[row] : 0;
    }
    return customers;
  }

  /**
   * Why no purchase-process model can be fitted.
   *
   * @return empty when one can; else {@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES} or {@code NO_OBSERVATION_TIME}
   */
  public Optional<Verdict> findObstacle() {
    if (counts.length == 0) {
      return obstacle("NO_CUSTOMERS", "churn.fit.noCustomers");
    }
    if (Arrays.stream(ages).noneMatch(age -> age > 0)) {
      return obstacle("NO_OBSERVATION_TIME", "churn.fit.noObservationTime");
    }
    return repeatCustomers() == 0
        ? obstacle("NO_REPEAT_PURCHASES", "churn.fit.noRepeatPurchases")
        : Optional.empty();
  }

  private static Optional<Verdict> obstacle(String code, String key) {
    return Optional.of(new Verdict(code, Severity.ERROR, Reason.of(key)));
  }

  /**
   * The repeat purchase days of a row.
   *
   * @param row in [0, uniqueTriples)
   * @return x, at least 0
   */
  public int repeatPurchases(int row) {
    return repeatPurchases[row];
  }

  /**
   * The time from the first to the last purchase of a row.
   *
   * @param row in [0, uniqueTriples)
   * @return t_x in the histogram's unit, in [0, age]
   */
  public double recencyOfLast(int row) {
    return recencyOfLast[row];
  }

  /**
   * The time from the first purchase to the end of observation of a row.
   *
   * @param row in [0, uniqueTriples)
   * @return T in the histogram's unit, at least 0
   */
  public double age(int row) {
    return ages[row];
  }

  /**
   * The history of a row.
   *
   * @param row in [0, uniqueTriples)
   * @return x, t_x and T, in the histogram's unit
   */
  public PurchaseHistory history(int row) {
    return new PurchaseHistory(repeatPurchases[row], recencyOfLast[row], ages[row]);
  }

  /**
   * How many customers share a row.
   *
   * @param row in [0, uniqueTriples)
   * @return at least 1
   */
  public long count(int row) {
    return counts[row];
  }

  /**
   * This histogram and another of other customers together.
   *
   * @param other in the same unit
   * @return the sum, the same whichever comes first
   * @throws IllegalArgumentException when the units differ
   */
  public PurchaseHistogram merge(PurchaseHistogram other) {
    if (unit != other.unit) {
      throw new IllegalArgumentException(
          "the unit of the other histogram is " + other.unit + ", it must be " + unit);
    }
    return builder(unit).addAll(this).addAll(other).build();
  }

  /** Such as {@code 2357 customers in 1016 triples, WEEK}. */
  @Override
  public String toString() {
    return customers() + " customers in " + uniqueTriples() + " triples, " + unit;
  }

  /** Collects histories in any order. Not thread-safe: give each thread its own and merge. */
  public static final class Builder {

    private final TimeScale unit;
    private final TripleTable table = new TripleTable();

    private Builder(TimeScale unit) {
      this.unit = unit;
    }

    /**
     * Adds one customer.
     *
     * @param repeatPurchases x, at least 0
     * @param recencyOfLast t_x in [0, age]; 0 when there was no repeat purchase
     * @param age T, finite
     * @return this
     * @throws IllegalArgumentException for a history that cannot be
     */
    public Builder add(int repeatPurchases, double recencyOfLast, double age) {
      return add(repeatPurchases, recencyOfLast, age, 1);
    }

    /**
     * Adds several customers with the same history.
     *
     * @param repeatPurchases x, at least 0
     * @param recencyOfLast t_x in [0, age]; 0 when there was no repeat purchase
     * @param age T, finite
     * @param customers how many, at least 0
     * @return this
     * @throws IllegalArgumentException for a history that cannot be
     */
    public Builder add(int repeatPurchases, double recencyOfLast, double age, long customers) {
      PurchaseHistory.check(repeatPurchases, recencyOfLast, age);
      if (customers < 0) {
        throw new IllegalArgumentException("customers is " + customers + ", it must be at least 0");
      }
      if (customers > 0) {
        // Adding 0 turns -0.0 into 0.0: equal times must have equal bits.
        table.add(repeatPurchases, recencyOfLast + 0.0, age + 0.0, customers);
      }
      return this;
    }

    Builder addAll(PurchaseHistogram histogram) {
      for (int row = 0; row < histogram.uniqueTriples(); row++) {
        table.add(
            histogram.repeatPurchases[row],
            histogram.recencyOfLast[row],
            histogram.ages[row],
            histogram.counts[row]);
      }
      return this;
    }

    /**
     * The histogram of all that was added so far.
     *
     * @return its rows sorted by repeat purchases, then age, then recency of the last purchase
     */
    public PurchaseHistogram build() {
      return table.toHistogram(unit);
    }
  }
}
