package io.headlesscrm.churn.history;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a purchase-process model needs to know about one customer, in the model's unit of time.
 *
 * @param repeatPurchases x, the distinct purchase days after the first one; at least 0
 * @param recencyOfLast t_x, the time from the first to the last purchase, in [0, age]; 0 without a repeat purchase.
 *     Not the recency of RFM, which counts from the last purchase to today
 * @param age T, the time from the first purchase to the end of observation; at least 0, finite
 */
public record PurchaseHistory(int repeatPurchases, double recencyOfLast, double age) {

  public PurchaseHistory {
    check(repeatPurchases, recencyOfLast, age);
  }

  /**
   * The history of a customer of a base.
   *
   * @param base as of the day after the last observed one
   * @param row 0 to size - 1
   * @param unit of the times
   * @return the history
   */
  public static PurchaseHistory of(CustomerBase base, int row, TimeScale unit) {
    return new PurchaseHistory(
        base.repeatPurchases(row),
        unit.fromDays(recencyOfLastDays(base, row)),
        unit.fromDays(base.age(row)));
  }

  /**
   * The history of a customer whose summary the host keeps.
   *
   * @param summary not empty
   * @param asOf the first day that does not count, after the last purchase
   * @param unit of the times
   * @return the history
   * @throws IllegalArgumentException when a purchase is not before that day
   */
  public static PurchaseHistory of(PurchaseSummary summary, LocalDate asOf, TimeScale unit) {
    return new PurchaseHistory(
        summary.repeatPurchases(),
        unit.fromDays(summary.recencyOfLast()),
        unit.fromDays(Math.toIntExact(ChronoUnit.DAYS.between(summary.firstDay(), asOf)) - 1));
  }

  /**
   * The days since the last purchase of a history in days, as recency counts them: 1 when it was on the last observed day.
   *
   * @return at least 1
   */
  public int silenceInDays() {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(age - recencyOfLast) + 1);
  }

  /** Days; returns alone, which a net policy lets stand on days of their own, are no repeat purchases. */
  static int recencyOfLastDays(CustomerBase base, int row) {
    return base.repeatPurchases(row) > 0 ? base.recencyOfLast(row) : 0;
  }

  static void check(int repeatPurchases, double recencyOfLast, double age) {
    if (repeatPurchases < 0) {
      throw new IllegalArgumentException(
          "repeatPurchases is " + repeatPurchases + ", it must be at least 0");
    }
    if (!(age >= 0) || age == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("age is " + age + ", it must be finite and at least 0");
    }
    if (!(recencyOfLast >= 0 && recencyOfLast <= age)) {
      throw new IllegalArgumentException(
          "recencyOfLast is " + recencyOfLast + ", it must be in [0, age = " + age
              + "]. Maybe it is days since the last purchase? It must count from the first purchase to the last.");
    }
    if (repeatPurchases == 0 && recencyOfLast != 0) {
      throw new IllegalArgumentException("recencyOfLast is " + recencyOfLast
          + " without a repeat purchase, it must be 0. Maybe repeatPurchases counts from 1?");
    }
  }
}
