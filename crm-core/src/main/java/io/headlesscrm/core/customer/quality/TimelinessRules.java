package io.headlesscrm.core.customer.quality;

import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.evidence.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Rules that find what nobody has looked after for too long. */
public final class TimelinessRules {

  private TimelinessRules() {}

  /**
   * {@code verified}: records that nobody has ever verified, or not within so many days. On the last of these days a
   * verification still holds.
   *
   * @param days how many days a verification is good for, at least 1
   * @return looks at one thing
   */
  public static QualityRule verifiedWithin(int days) {
    requirePositive(days);
    return QualityRule.of(
        "verified",
        Dimension.TIMELINESS,
        (customer, day) ->
            Inspected.of(isVerified(customer, days, day), problem(customer, days, day)));
  }

  static void requirePositive(int days) {
    if (days < 1) {
      throw new IllegalArgumentException(
          "days is " + days + ", it must be at least 1. Maybe 365 is what you want?");
    }
  }

  static boolean isVerified(Customer customer, int days, LocalDate day) {
    LocalDate verified = customer.verifiedOn();
    return verified != null && ChronoUnit.DAYS.between(verified, day) <= days;
  }

  private static Reason problem(Customer customer, int days, LocalDate day) {
    LocalDate verified = customer.verifiedOn();
    return verified == null
        ? Reason.of("quality.never-verified")
        : Reason.of("quality.verified-long-ago")
            .withValue("day", verified)
            .with("days", ChronoUnit.DAYS.between(verified, day))
            .with("limit", days);
  }
}
