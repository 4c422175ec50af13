package io.headlesscrm.core.purchase.retention;

import java.time.LocalDate;
import java.util.Arrays;

/** A customer for so many days after each purchase. */
final class ActiveDays implements CustomerDays {

  private final int[] purchases;
  private final int activeDays;

  /** Given purchase days, ascending. */
  ActiveDays(int[] purchases, int activeDays) {
    this.purchases = purchases;
    this.activeDays = activeDays;
  }

  @Override
  public boolean isCustomerAt(LocalDate day) {
    int before = before(day);
    return before > 0 && purchases[before - 1] >= day.toEpochDay() - activeDays;
  }

  @Override
  public boolean wasCustomerBefore(LocalDate day) {
    return before(day) > 0;
  }

  /** How many purchase days lie before a day. */
  private int before(LocalDate day) {
    int found = Arrays.binarySearch(purchases, Math.toIntExact(day.toEpochDay()));
    return found < 0 ? -found - 1 : found;
  }
}
