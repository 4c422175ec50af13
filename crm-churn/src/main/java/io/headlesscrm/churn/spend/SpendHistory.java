package io.headlesscrm.churn.spend;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseSummary;

/**
 * What a customer spent on repeat purchase days.
 *
 * @param repeatPurchases x, the distinct purchase days after the first one; at least 0
 * @param meanSpend mean amount of those days, in units of the currency (not minor ones); 0 without a repeat purchase.
 *     Negative where returns of a net policy eat more than was bought, which counts as spending nothing
 */
public record SpendHistory(int repeatPurchases, double meanSpend) {

  public SpendHistory {
    if (repeatPurchases < 0) {
      throw new IllegalArgumentException(
          "repeatPurchases is " + repeatPurchases + ", it must be at least 0");
    }
    if (!Double.isFinite(meanSpend)) {
      throw new IllegalArgumentException("meanSpend is " + meanSpend + ", it must be finite");
    }
  }

  /**
   * The spend history of a customer of a base. Returns, where the policy of the base lets them count, lower the mean in
   * the proportion in which they lower the customer's total.
   *
   * @param base as of any day
   * @param row 0 to size - 1
   * @return the history
   */
  public static SpendHistory of(CustomerBase base, int row) {
    PurchaseSummary summary = base.summary(row);
    if (summary.repeatPurchases() == 0) {
      return new SpendHistory(0, 0);
    }
    double minorPerMajor = Math.pow(10, Money.fractionDigits(base.currency()));
    double kept =
        summary.spendMinor() > 0 ? (double) base.spendMinor(row) / summary.spendMinor() : 1;
    return new SpendHistory(
        summary.repeatPurchases(), summary.meanRepeatSpendMinor() / minorPerMajor * kept);
  }
}
