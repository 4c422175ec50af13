package io.headlesscrm.core.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Half-open ranges of days whose ends may be open. */
final class Validity {

  private Validity() {}

  static void require(@Nullable LocalDate from, @Nullable LocalDate until, String what) {
    if (from != null && until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("a " + what + " ends on " + until
          + ", before it begins on " + from + ". Maybe the two are swapped?");
    }
  }

  static boolean covers(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  static boolean overlap(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate otherFrom,
      @Nullable LocalDate otherUntil) {
    return isBefore(from, otherUntil) && isBefore(otherFrom, until);
  }

  private static boolean isBefore(@Nullable LocalDate from, @Nullable LocalDate until) {
    return from == null || until == null || from.isBefore(until);
  }
}
