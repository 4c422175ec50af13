package io.headlesscrm.core.purchase.retention;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract that binds a customer for a time.
 *
 * @param customer whom
 * @param from the first day
 * @param until the first day on which it is over, after {@code from}; null: it is not
 */
public record Contract(
    CustomerId customer, LocalDate from, @Nullable LocalDate until) {

  public Contract {
    requireNonNull(customer, "customer");
    requireNonNull(from, "from");
    if (until != null && !until.isAfter(from)) {
      throw new IllegalArgumentException("a contract of customer " + customer + " ends on " + until
          + ", it must last from " + from + " for a day at least. Maybe the two are swapped?");
    }
  }

  /**
   * Whether it holds on a day.
   *
   * @param day any
   * @return true from {@code from} to the day before {@code until}
   */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
