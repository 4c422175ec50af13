package io.headlesscrm.core.purchase;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many items a row or purchase is of: units where a quantity is known, else one a row. Whole and at least one, so that
 * their sums depend on no order; what does not fit an int counts as the largest.
 */
public final class ItemCount {

  /** That of a row of which no quantity is known. */
  static final int ONE = 1;

  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private ItemCount() {}

  /**
   * The items of a quantity.
   *
   * @param quantity in units, of either sign; half a unit and more is rounded up to a whole one
   * @return at least 1: who buys a part of a unit buys an item
   */
  public static int of(BigDecimal quantity) {
    BigDecimal units = quantity.abs();
    return units.compareTo(MOST) >= 0
        ? Integer.MAX_VALUE
        : Math.max(ONE, units.setScale(0, RoundingMode.HALF_UP).intValueExact());
  }

  static int sum(int some, int others) {
    return (int) Math.min(Integer.MAX_VALUE, (long) some + others);
  }

  static boolean areSeveral(int[] items, int size) {
    for (int i = 0; i < Math.min(size, items.length); i++) {
      if (items[i] != ONE) {
        return true;
      }
    }
    return false;
  }
}
