package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many customers have which history of opportunities: all that BG/BB needs to be fitted. Equal histories are one row
 * with a count, and the rows are sorted, so that the order in which customers were added leaves no trace. Immutable.
 */
public final class OpportunityHistogram {

  private static final Comparator<OpportunityHistory> ORDER = Comparator.comparingInt(
          OpportunityHistory::repeatPurchases)
      .thenComparingInt(OpportunityHistory::opportunities)
      .thenComparingInt(OpportunityHistory::lastPurchase);

  private final List<OpportunityHistory> histories;
  private final long[] counts;

  private OpportunityHistogram(List<OpportunityHistory> histories, long[] counts) {
    this.histories = histories;
    this.counts = counts;
  }

  /**
   * An empty histogram to fill.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The histogram of a base.
   *
   * @param base customers without a purchase in scope, of whom only returns are known, are left out
   * @param cadence how long an opportunity is
   * @return the histogram, empty for an empty base
   */
  public static OpportunityHistogram of(CustomerBase base, Cadence cadence) {
    Builder builder = builder();
    for (int row = 0; row < base.size(); row++) {
      if (base.purchases(row) > 0) {
        builder.add(OpportunityHistory.of(base, row, cadence), 1);
      }
    }
    return builder.build();
  }

  /**
   * How many different histories it has.
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
      customers += histories.get(row).repeatPurchases() > 0 ? counts[row] : 0;
    }
    return customers;
  }

  /**
   * The history of a row.
   *
   * @param row in [0, uniqueTriples)
   * @return x, t_x and n
   */
  public OpportunityHistory history(int row) {
    return histories.get(row);
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
   * Why the model cannot be fitted.
   *
   * @return empty when it can; else {@code NO_CUSTOMERS}, {@code NO_REPEAT_PURCHASES} or {@code NO_OBSERVATION_TIME}
   */
  public Optional<Verdict> findObstacle() {
    if (histories.isEmpty()) {
      return obstacle("NO_CUSTOMERS", "churn.fit.noCustomers");
    }
    if (histories.stream().allMatch(one -> one.opportunities() == 0)) {
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
   * This histogram and another of other customers together.
   *
   * @param other of opportunities of the same length
   * @return the sum, the same whichever comes first
   */
  public OpportunityHistogram merge(OpportunityHistogram other) {
    return builder().addAll(this).addAll(other).build();
  }

  /** Such as {@code 11104 customers in 22 triples}. */
  @Override
  public String toString() {
    return customers() + " customers in " + uniqueTriples() + " triples";
  }

  /** Collects histories in any order. Not thread-safe: give each thread its own and merge. */
  public static final class Builder {

    private final Map<OpportunityHistory, Long> counts = new HashMap<>();

    private Builder() {}

    /**
     * Adds one customer.
     *
     * @param repeatPurchases x, in [0, lastPurchase]
     * @param lastPurchase t_x, in [0, opportunities]; 0 when there was no repeat purchase
     * @param opportunities n
     * @return this
     * @throws IllegalArgumentException for a history that cannot be
     */
    public Builder add(int repeatPurchases, int lastPurchase, int opportunities) {
      return add(new OpportunityHistory(repeatPurchases, lastPurchase, opportunities), 1);
    }

    /**
     * Adds several customers with the same history.
     *
     * @param history of each of them
     * @param customers how many, at least 0
     * @return this
     */
    public Builder add(OpportunityHistory history, long customers) {
      if (customers < 0) {
        throw new IllegalArgumentException("customers is " + customers + ", it must be at least 0");
      }
      if (customers > 0) {
        counts.merge(history, customers, Math::addExact);
      }
      return this;
    }

    private Builder addAll(OpportunityHistogram histogram) {
      for (int row = 0; row < histogram.uniqueTriples(); row++) {
        add(histogram.history(row), histogram.count(row));
      }
      return this;
    }

    /**
     * The histogram of all that was added so far.
     *
     * @return its rows sorted by repeat purchases, then opportunities, then last purchase
     */
    public OpportunityHistogram build() {
      List<OpportunityHistory> histories =
          counts.keySet().stream().sorted(ORDER).toList();
      return new OpportunityHistogram(
          histories,
          histories.stream().mapToLong(one -> counts.getOrDefault(one, 0L)).toArray());
    }
  }
}
