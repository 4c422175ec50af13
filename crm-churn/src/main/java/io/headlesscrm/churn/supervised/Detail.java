package io.headlesscrm.churn.supervised;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Locale;

/** How much is looked at beside the days of purchases. Each includes what those before it include. */
public enum Detail {
  /** Purchase days alone. */
  DAYS,
  /** What was spent, how many purchases a purchase day has, and how often something was taken back. */
  AMOUNTS,
  /** How many items were bought. */
  ITEMS;

  /**
   * What a base can tell about itself at earlier dates.
   *
   * @param base any
   * @return DAYS for a base of summaries, ITEMS where quantities or lines of purchases are known
   */
  public static Detail of(CustomerBase base) {
    if (base.findEarlier(base.asOf()).isEmpty()) {
      return DAYS;
    }
    return base.isItemised() ? ITEMS : AMOUNTS;
  }

  /**
   * Whether this includes another.
   *
   * @param other any
   * @return true for itself and those before it
   */
  public boolean includes(Detail other) {
    return compareTo(other) >= 0;
  }

  /** The name that files have, such as {@code items}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
