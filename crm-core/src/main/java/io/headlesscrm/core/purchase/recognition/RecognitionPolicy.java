package io.headlesscrm.core.purchase.recognition;

import io.headlesscrm.core.purchase.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a customer is new, returning or reactivated.
 *
 * <p>A purchase counts when it is a sale (or also when it was free of charge) and was not wholly taken back. At a purchase
 * the customer is new when no earlier purchase counts, or when the first one that counts was fewer than {@code newForDays}
 * days ago; reactivated when the last one that counts was more than {@code reactivatedAfterDays} days ago; else returning.
 * Days are counted between dates of the company's zone.
 *
 * @param name under which results name the policy; not blank
 * @param countsFree whether purchases that were free of charge count
 * @param newForDays at least 0; 0: only the first purchase is that of a new customer
 * @param reactivatedAfterDays at least 1
 */
public record RecognitionPolicy(
    String name, boolean countsFree, int newForDays, int reactivatedAfterDays) {

  /** Sales count; new at the first one only; reactivated after more than a year. */
  public static final RecognitionPolicy DEFAULT =
      new RecognitionPolicy("first-sale", false, 0, 365);

  public RecognitionPolicy {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "the name of the policy is blank, it must not be. Maybe call it by what it counts?");
    }
    if (newForDays < 0) {
      throw new IllegalArgumentException("newForDays is " + newForDays + ", it must be at least 0");
    }
    if (reactivatedAfterDays < 1) {
      throw new IllegalArgumentException(
          "reactivatedAfterDays is " + reactivatedAfterDays + ", it must be at least 1");
    }
  }

  /**
   * Whether a purchase counts, as long as nobody takes it back.
   *
   * @param purchase any
   * @return false for a credit note
   */
  public boolean counts(Purchase purchase) {
    return switch (purchase.kind()) {
      case SALE -> true;
      case FREE_OF_CHARGE -> countsFree;
      case RETURN -> false;
    };
  }

  /**
   * What the customer is at a purchase.
   *
   * @param purchase of any kind
   * @param first the first earlier purchase that counts; null when none does
   * @param previous the last earlier purchase that counts; null when none does
   * @param zone in which instants are dates
   * @return the recognition with its basis
   */
  public Recognised recognise(
      Purchase purchase, @Nullable Occasion first, @Nullable Occasion previous, ZoneId zone) {
    if (first == null || previous == null) {
      return new Recognised(purchase.id(), Recognition.NEW, "recognition.first", 0, 0);
    }
    long since = days(first.at(), purchase.instant(), zone);
    if (since < newForDays) {
      return new Recognised(
          purchase.id(), Recognition.NEW, "recognition.still-new", since, newForDays);
    }
    long silent = days(previous.at(), purchase.instant(), zone);
    return silent > reactivatedAfterDays
        ? new Recognised(
            purchase.id(),
            Recognition.REACTIVATED,
            "recognition.reactivated",
            silent,
            reactivatedAfterDays)
        : new Recognised(
            purchase.id(),
            Recognition.RETURNING,
            "recognition.returning",
            silent,
            reactivatedAfterDays);
  }

  private static long days(Instant from, Instant to, ZoneId zone) {
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone));
  }
}
