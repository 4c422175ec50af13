package io.headlesscrm.core.purchase;

import java.util.Arrays;

/**
 * What one customer bought day by day, as of the date of a base and under its policy, and how often something was taken
 * back until then. Immutable.
 */
public final class PurchaseDays {

  private final int[] epochDays;
  private final long[] spends;
  private final int[] items;
  private final int returns;

  private PurchaseDays(int[] epochDays, long[] spends, int[] items, int returns) {
    this.epochDays = epochDays;
    this.spends = spends;
    this.items = items;
    this.returns = returns;
  }

  /**
   * How many days there are.
   *
   * @return distinct purchase days, at least 0
   */
  public int size() {
    return epochDays.length;
  }

  /**
   * The day.
   *
   * @param day 0 to size - 1, ascending
   * @return days since 1970-01-01
   */
  public int epochDay(int day) {
    return epochDays[day];
  }

  /**
   * What all purchases of the day came to.
   *
   * @param day 0 to size - 1
   * @return minor units, at least 0; less what was taken back only where the policy matches returns with purchases
   */
  public long spendMinor(int day) {
    return spends[day];
  }

  /**
   * How many items were bought on the day.
   *
   * @param day 0 to size - 1
   * @return units where quantities are known, else one a row; at least 1. What was taken back is not deducted
   */
  public int items(int day) {
    return items[day];
  }

  /**
   * How often something was taken back, whether the policy admits returns or not.
   *
   * @return returns and cancellations before the date of the base, at least 0
   */
  public int returns() {
    return returns;
  }

  /** Such as {@code 4 purchase days, 1 return}. */
  @Override
  public String toString() {
    return size() + " purchase days, " + returns + (returns == 1 ? " return" : " returns");
  }

  /** Collects the entries of a customer in order of time. */
  static final class Collector {

    private int[] epochDays = new int[8];
    private long[] spends = new long[8];
    private int[] items = new int[8];
    private int size;
    private int returns;

    void addReturn() {
      returns++;
    }

    void add(int epochDay, long amount, int itemCount) {
      if (size == 0 || epochDays[size - 1] != epochDay) {
        grow();
        epochDays[size++] = epochDay;
      }
      spends[size - 1] = Math.addExact(spends[size - 1], amount);
      items[size - 1] = ItemCount.sum(items[size - 1], itemCount);
    }

    private void grow() {
      if (size == epochDays.length) {
        epochDays = Arrays.copyOf(epochDays, 2 * size);
        spends = Arrays.copyOf(spends, 2 * size);
        items = Arrays.copyOf(items, 2 * size);
      }
    }

    PurchaseDays collected() {
      return new PurchaseDays(
          Arrays.copyOf(epochDays, size),
          Arrays.copyOf(spends, size),
          Arrays.copyOf(items, size),
          returns);
    }
  }
}
