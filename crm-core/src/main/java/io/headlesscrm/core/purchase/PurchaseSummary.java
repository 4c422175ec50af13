package io.headlesscrm.core.purchase;

import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Everything about one customer's purchases that segmentation and the purchase-process models need: what a host keeps
 * per customer, and what a distributed job aggregates. Knows the distinct purchase days, so that late and overlapping
 * parts merge exactly: merging is associative and commutative and equals adding one by one. Immutable; a purchase in
 * order of time costs amortised O(1).
 *
 * <p>Several purchases of a day are one repeat occasion and their amounts are summed. Amounts are minor units of one
 * currency, which the caller knows.
 */
public final class PurchaseSummary {

  private static final PurchaseSummary EMPTY = new PurchaseSummary(0, DaySequence.EMPTY, 0, 0, 0);

  private final int purchases;
  private final DaySequence days;
  private final long spend;
  private final long firstDaySpend;
  private final long returned;

  private PurchaseSummary(
      int purchases, DaySequence days, long spend, long firstDaySpend, long returned) {
    this.purchases = purchases;
    this.days = days;
    this.spend = spend;
    this.firstDaySpend = firstDaySpend;
    this.returned = returned;
  }

  /**
   * The summary of a customer who has not bought.
   *
   * @return without purchases
   */
  public static PurchaseSummary empty() {
    return EMPTY;
  }

  /**
   * The summary as it was written: the inverse of the accessors.
   *
   * @param purchases at least the number of days
   * @param epochDays distinct purchase days, ascending
   * @param spendMinor the sum of all purchases
   * @param firstDaySpendMinor the part of it that was spent on the first day
   * @param returnedMinor the sum of all returns, at least 0
   * @return the summary
   * @throws IllegalArgumentException when the days are not ascending, or fewer purchases than days
   */
  public static PurchaseSummary of(
      int purchases,
      int[] epochDays,
      long spendMinor,
      long firstDaySpendMinor,
      long returnedMinor) {
    DaySequence days = DaySequence.EMPTY;
    for (int day : epochDays) {
      if (days.count() > 0 && day <= days.last()) {
        throw new IllegalArgumentException("purchase days must ascend, but " + day + " follows "
            + days.last() + ". Maybe sort them and drop the repeated ones?");
      }
      days = days.with(day);
    }
    if (purchases < days.count() || (days.count() == 0 && purchases > 0)) {
      throw new IllegalArgumentException(
          "purchases is " + purchases + ", it must be at least the number of purchase days, "
              + days.count() + ", and 0 without days");
    }
    return new PurchaseSummary(purchases, days, spendMinor, firstDaySpendMinor, returnedMinor);
  }

  /**
   * The summary from a document.
   *
   * @param json as {@link #toJson} writes it
   * @return equal to the one that was written
   * @throws io.headlesscrm.core.json.JsonFormatException when the document is damaged, foreign or from a later version
   */
  public static PurchaseSummary of(JsonDocument json) {
    return SummaryForm.read(json);
  }

  /**
   * The summary as a document.
   *
   * @return of kind {@code purchase-summary}
   */
  public JsonDocument toJson() {
    return SummaryForm.write(this);
  }

  /**
   * This summary with one purchase more, of any day.
   *
   * @param day when
   * @param amountMinor what it came to
   * @return a new summary
   */
  public PurchaseSummary withPurchase(LocalDate day, long amountMinor) {
    return withPart(Math.toIntExact(day.toEpochDay()), amountMinor, false);
  }

  /**
   * This summary with one return more. Returns change the net amount and no day.
   *
   * @param amountMinor what was taken back, at least 0
   * @return a new summary
   */
  public PurchaseSummary withReturn(long amountMinor) {
    return new PurchaseSummary(
        purchases, days, spend, firstDaySpend, Math.addExact(returned, amountMinor));
  }

  /** Adds a purchase, or a further part of one that was added already. */
  PurchaseSummary withPart(int epochDay, long amountMinor, boolean attached) {
    return new PurchaseSummary(
        attached ? purchases : Math.addExact(purchases, 1),
        days.with(epochDay),
        Math.addExact(spend, amountMinor),
        firstDaySpend(epochDay, amountMinor),
        returned);
  }

  private long firstDaySpend(int epochDay, long amountMinor) {
    if (days.count() == 0 || epochDay < days.first()) {
      return amountMinor;
    }
    return epochDay == days.first() ? Math.addExact(firstDaySpend, amountMinor) : firstDaySpend;
  }

  /**
   * The summary of both parts together. A purchase that is in both parts counts twice.
   *
   * @param other of the same customer and currency
   * @return a new summary
   */
  public PurchaseSummary merge(PurchaseSummary other) {
    if (other.isEmpty() || isEmpty()) {
      PurchaseSummary known = isEmpty() ? other : this;
      return new PurchaseSummary(
          known.purchases,
          known.days,
          known.spend,
          known.firstDaySpend,
          Math.addExact(returned, other.returned));
    }
    return new PurchaseSummary(
        Math.addExact(purchases, other.purchases),
        days.union(other.days),
        Math.addExact(spend, other.spend),
        mergedFirstDaySpend(other),
        Math.addExact(returned, other.returned));
  }

  private long mergedFirstDaySpend(PurchaseSummary other) {
    if (days.first() == other.days.first()) {
      return Math.addExact(firstDaySpend, other.firstDaySpend);
    }
    return days.first() < other.days.first() ? firstDaySpend : other.firstDaySpend;
  }

  /**
   * Whether there is no purchase; there may be returns.
   *
   * @return true when nothing was bought
   */
  public boolean isEmpty() {
    return days.count() == 0;
  }

  /**
   * How many purchases there were.
   *
   * @return at least the number of purchase days
   */
  public int purchases() {
    return purchases;
  }

  /**
   * On how many distinct days something was bought.
   *
   * @return at least 0
   */
  public int purchaseDays() {
    return days.count();
  }

  /**
   * Repeat purchase days, the x of the purchase-process models.
   *
   * @return purchase days less the first one; 0 for an empty summary
   */
  public int repeatPurchases() {
    return Math.max(0, days.count() - 1);
  }

  /**
   * Days from the first to the last purchase, the t_x of the purchase-process models. Not the recency of RFM.
   *
   * @return at least 0
   */
  public int recencyOfLast() {
    return days.last() - days.first();
  }

  /**
   * The day of the first purchase.
   *
   * @return that day
   * @throws IllegalStateException for an empty summary
   */
  public LocalDate firstDay() {
    requirePurchase();
    return LocalDate.ofEpochDay(days.first());
  }

  /**
   * The day of the last purchase.
   *
   * @return that day
   * @throws IllegalStateException for an empty summary
   */
  public LocalDate lastDay() {
    requirePurchase();
    return LocalDate.ofEpochDay(days.last());
  }

  /**
   * The distinct purchase days.
   *
   * @return days since 1970-01-01, ascending; a copy
   */
  public int[] epochDays() {
    return days.toArray();
  }

  /**
   * The sum of all purchases, returns left aside.
   *
   * @return minor units
   */
  public long spendMinor() {
    return spend;
  }

  /**
   * The part of the spend that belongs to the first purchase day.
   *
   * @return minor units; 0 for an empty summary
   */
  public long firstDaySpendMinor() {
    return firstDaySpend;
  }

  /**
   * The sum of all returns.
   *
   * @return minor units, at least 0
   */
  public long returnedMinor() {
    return returned;
  }

  /**
   * Spend less returns.
   *
   * @return minor units; may be negative
   */
  public long netMinor() {
    return Math.subtractExact(spend, returned);
  }

  /**
   * The mean spend of a repeat day, the m of the Gamma-Gamma model: the first day is left out, returns are left aside.
   *
   * @return minor units; 0 without a repeat day
   */
  public double meanRepeatSpendMinor() {
    return repeatPurchases() == 0 ? 0 : (double) (spend - firstDaySpend) / repeatPurchases();
  }

  /**
   * The sum of the logarithms of the gaps between purchase days, the fifth statistic of the models for regular buyers.
   *
   * @param unit in which a gap is measured
   * @return 0 without a repeat day
   */
  public double sumOfLogGaps(TimeScale unit) {
    int[] all = days.toArray();
    double sum = 0;
    for (int i = 1; i < all.length; i++) {
      sum += Math.log(unit.fromDays(all[i] - all[i - 1]));
    }
    return sum;
  }

  int firstEpochDay() {
    return days.first();
  }

  int lastEpochDay() {
    return days.last();
  }

  private void requirePurchase() {
    if (isEmpty()) {
      throw new IllegalStateException(
          "the summary has no purchase, so it has no day. Maybe ask isEmpty() first?");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PurchaseSummary summary
        && purchases == summary.purchases
        && spend == summary.spend
        && firstDaySpend == summary.firstDaySpend
        && returned == summary.returned
        && days.equals(summary.days);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new long[] {purchases, spend, firstDaySpend, returned, days.hashCode()});
  }

  /** Such as {@code 5 purchases on 4 days, 2011-01-18 to 2011-11-02}. */
  @Override
  public String toString() {
    return isEmpty()
        ? "no purchase"
        : counted(purchases, "purchase") + " on " + counted(days.count(), "day") + ", " + firstDay()
            + " to " + lastDay();
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
