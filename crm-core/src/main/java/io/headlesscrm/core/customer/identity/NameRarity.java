package io.headlesscrm.core.customer.identity;

import io.headlesscrm.core.name.CompanyName;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a part of a name tells: the rarer, the more. Parts are the ideographs before the common words, those common
 * words as one, and each Latin word.
 */
final class NameRarity {

  /** As many customers as the assumption about a part counts for. */
  private static final double ASSUMED_CUSTOMERS = 10_000;

  private static final double ASSUMED_COMMON = 100;
  private static final double ASSUMED_TELLING = 0.5;
  private static final double LN2 = Math.log(2);

  private final Map<String, Integer> counts = new HashMap<>();
  private final boolean sampled;
  private long customers;

  private NameRarity(boolean sampled, long customers) {
    this.sampled = sampled;
    this.customers = customers;
  }

  /** All customers will be counted. */
  static NameRarity counted() {
    return new NameRarity(false, 0);
  }

  /** Only those of so many customers will be counted that have a key in common with one of them. */
  static NameRarity sampled(long customers) {
    return new NameRarity(true, customers);
  }

  void countCustomer(Iterable<String> distinctParts) {
    customers += sampled ? 0 : 1;
    distinctParts.forEach(part -> counts.merge(part, 1, Integer::sum));
  }

  /**
   * Minus the binary logarithm of the share of other customers that have the part: those who have it, less the two that
   * are compared, with an assumption added that counts for less the more customers there are. Where not all were counted,
   * a part is no rarer than assumed.
   */
  float bits(String part) {
    double others = Math.max(0, counts.getOrDefault(part, 0) - 2);
    double assumed = CompanyName.isCommon(part) ? ASSUMED_COMMON : ASSUMED_TELLING;
    double share = (others + assumed) / (customers + ASSUMED_CUSTOMERS);
    return (float)
        (-Math.log(sampled ? Math.max(share, assumed / ASSUMED_CUSTOMERS) : share) / LN2);
  }
}
