package io.headlesscrm.churn;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.purchase.CustomerBase;

/** Reasons that several models give, so that they read alike. */
public final class ChurnReasons {

  private ChurnReasons() {}

  /**
   * The silence of a customer against the gap that is usual: "silent for 96 days where 21 are usual".
   *
   * @param base whose date ends the silence
   * @param row 0 to size - 1
   * @param usualGap days between two purchases of this customer, as the model sees it; above 0
   * @return the reason; for customers who never came back it leaves out the gap, of which they have shown none
   */
  public static Reason silence(CustomerBase base, int row, double usualGap) {
    return silence(base.repeatPurchases(row), base.recencyDays(row), usualGap);
  }

  /**
   * The silence of a customer against the gap that is usual.
   *
   * @param repeatPurchases purchase days after the first
   * @param days since the last purchase
   * @param usualGap days between two purchases of this customer, as the model sees it; above 0
   * @return the reason; for customers who never came back it leaves out the gap, of which they have shown none
   */
  public static Reason silence(int repeatPurchases, int days, double usualGap) {
    return repeatPurchases == 0
        ? Reason.of("churn.neverCameBack").with("days", days)
        : Reason.of("churn.silent")
            .with("days", days)
            .with("usual", Math.max(1, Math.round(usualGap)));
  }
}
