package io.headlesscrm.churn.spend;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The customers from whom a spend model learns: those with a repeat purchase and a mean spend above 0. They are sorted,
 * so that the order in which they were added leaves no trace. Immutable.
 */
public final class SpendSample {

  private static final Comparator<SpendHistory> ORDER = Comparator.comparingInt(
          SpendHistory::repeatPurchases)
      .thenComparingDouble(SpendHistory::meanSpend);

  private final List<SpendHistory> histories;
  private final long notPositive;

  private SpendSample(List<SpendHistory> histories, long notPositive) {
    this.histories = histories;
    this.notPositive = notPositive;
  }

  /**
   * The customers of a base.
   *
   * @param base may be empty
   * @return those to learn from
   */
  public static SpendSample of(CustomerBase base) {
    List<SpendHistory> histories = new ArrayList<>(base.size());
    for (int row = 0; row < base.size(); row++) {
      histories.add(SpendHistory.of(base, row));
    }
    return of(histories);
  }

  /**
   * Customers in any order.
   *
   * @param histories one per customer; those without a repeat purchase are left out, those who spend nothing on the mean
   *     are left out and counted
   * @return those to learn from
   */
  public static SpendSample of(List<SpendHistory> histories) {
    List<SpendHistory> repeated =
        histories.stream().filter(one -> one.repeatPurchases() > 0).toList();
    List<SpendHistory> sorted =
        repeated.stream().filter(one -> one.meanSpend() > 0).sorted(ORDER).toList();
    return new SpendSample(sorted, repeated.size() - sorted.size());
  }

  /**
   * How many customers there are to learn from.
   *
   * @return at least 0
   */
  public int size() {
    return histories.size();
  }

  /**
   * One customer.
   *
   * @param i 0 to size - 1
   * @return with a repeat purchase and a mean spend above 0; repeat purchases ascend with i
   */
  public SpendHistory history(int i) {
    return histories.get(i);
  }

  /**
   * How many customers came back but spent nothing on the mean: zero orders, or returns of all they bought.
   *
   * @return at least 0
   */
  public long notPositive() {
    return notPositive;
  }

  /**
   * The mean of the mean spends.
   *
   * @return in units of the currency; NaN for an empty sample
   */
  public double meanSpend() {
    double sum = 0;
    for (SpendHistory history : histories) {
      sum += history.meanSpend();
    }
    return sum / size();
  }

  /**
   * Whether frequent buyers spend more or less per purchase, which spend models assume that they do not.
   *
   * @return Pearson's correlation of repeat purchases and mean spend, in [-1, 1]; 0 where either does not vary
   */
  public double correlation() {
    double meanX = 0;
    for (SpendHistory history : histories) {
      meanX += (double) history.repeatPurchases() / size();
    }
    double meanSpend = meanSpend();
    double xx = 0;
    double xm = 0;
    double mm = 0;
    for (SpendHistory history : histories) {
      double x = history.repeatPurchases() - meanX;
      double m = history.meanSpend() - meanSpend;
      xx += x * x;
      xm += x * m;
      mm += m * m;
    }
    return xx == 0 || mm == 0 ? 0 : Math.max(-1, Math.min(1, xm / Math.sqrt(xx * mm)));
  }
}
