package io.headlesscrm.segmentation.basket;

import io.headlesscrm.core.evidence.Reason;
import java.math.BigDecimal;

/**
 * After the one comes the other.
 *
 * @param first what was bought
 * @param second what is bought on a later day; may be the same
 * @param withinDays how many days later at most
 * @param count customers who bought the one and then the other
 * @param firstCount customers who bought the one long enough ago
 * @param customers how many customers there are
 */
public record FollowRule(
    String first, String second, int withinDays, int count, int firstCount, int customers) {

  /**
   * The share of all customers.
   *
   * @return in [0, 1]
   */
  public double support() {
    return (double) count / customers;
  }

  /**
   * The share of those who bought the one long enough ago.
   *
   * @return in [0, 1]
   */
  public double confidence() {
    return (double) count / firstCount;
  }

  boolean isAtLeast(BigDecimal confidence) {
    return BigDecimal.valueOf(count).compareTo(confidence.multiply(BigDecimal.valueOf(firstCount)))
        >= 0;
  }

  /**
   * The rule in words.
   *
   * @return for any language
   */
  public Reason toReason() {
    return Reason.of("basket.follows")
        .withValue("first", first)
        .withValue("second", second)
        .with("days", withinDays)
        .with("count", count)
        .with("of", firstCount)
        .with("confidence", confidence());
  }

  /** Such as {@code printer, then ink within 60 days: 3 of 4}. */
  @Override
  public String toString() {
    return first + ", then " + second + " within " + withinDays + " days: " + count + " of "
        + firstCount;
  }
}
