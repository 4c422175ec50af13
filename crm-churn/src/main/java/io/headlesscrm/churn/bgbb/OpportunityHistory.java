package io.headlesscrm.churn.bgbb;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.time.LocalDate;

/**
 * What BG/BB needs to know about one customer: at which of the opportunities since the first purchase there was another.
 *
 * @param repeatPurchases x, how many of the opportunities were used; in [0, lastPurchase]
 * @param lastPurchase t_x, the opportunity of the last purchase, counted from 1; 0 without a repeat purchase
 * @param opportunities n, how many there were after the one of the first purchase; at least lastPurchase
 */
public record OpportunityHistory(int repeatPurchases, int lastPurchase, int opportunities) {

  public OpportunityHistory {
    if (repeatPurchases < 0) {
      throw new IllegalArgumentException(
          "repeatPurchases is " + repeatPurchases + ", it must be at least 0");
    }
    if (lastPurchase < repeatPurchases || lastPurchase > opportunities) {
      throw new IllegalArgumentException("lastPurchase is " + lastPurchase
          + ", it must be in [repeatPurchases = " + repeatPurchases + ", opportunities = "
          + opportunities + "]. Maybe several purchases of a period were counted?");
    }
    if (repeatPurchases == 0 && lastPurchase != 0) {
      throw new IllegalArgumentException("lastPurchase is " + lastPurchase
          + " without a repeat purchase, it must be 0. Maybe repeatPurchases counts from 1?");
    }
  }

  /**
   * The history of a customer of a base. Several purchases of a period count once, those of the period of the first one
   * not at all.
   *
   * @param base as of the day after the last observed one, from which the periods are counted back
   * @param row 0 to size - 1
   * @param cadence how long a period is
   * @return the history; that of a new customer where only returns are known
   */
  public static OpportunityHistory of(CustomerBase base, int row, Cadence cadence) {
    PurchaseSummary summary = base.summary(row);
    return summary.isEmpty() ? new OpportunityHistory(0, 0, 0) : of(summary, base.asOf(), cadence);
  }

  /**
   * The history of a customer whose summary the host keeps.
   *
   * @param summary not empty
   * @param asOf the first day that does not count, after the last purchase
   * @param cadence how long a period is, counted back from that day
   * @return the history
   * @throws IllegalArgumentException when a purchase is not before that day
   */
  public static OpportunityHistory of(PurchaseSummary summary, LocalDate asOf, Cadence cadence) {
    int first = cadence.periodsBack(asOf, summary.firstDay());
    int back = first;
    int purchases = 0;
    for (int day : summary.epochDays()) {
      int period = cadence.periodsBack(asOf, LocalDate.ofEpochDay(day));
      purchases += period < back ? 1 : 0;
      back = period;
    }
    return new OpportunityHistory(purchases, first - back, first);
  }
}
