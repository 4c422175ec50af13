package io.headlesscrm.segmentation.abc;

import java.util.Locale;

/** What becomes of customers with a negative value. Zero is a value like any other. */
public enum NegativeValues {
  /** They are in the lowest class and outside all shares and measures of concentration. The default. */
  LOWEST_CLASS,
  /** They count as zero. */
  FLOORED,
  /** They are an error. */
  REFUSED;

  /**
   * The policy of that name.
   *
   * @param name lowest-class, floored or refused, in any case
   * @return the policy
   * @throws IllegalArgumentException for another name
   */
  public static NegativeValues parse(String name) {
    for (NegativeValues policy : values()) {
      if (policy.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return policy;
      }
    }
    throw new IllegalArgumentException("policy of negative values is \"" + name
        + "\", it must be lowest-class, floored or refused");
  }

  /** The key as it counts; keys have the sign of their values. */
  long apply(long key) {
    return this == FLOORED ? Math.max(0, key) : key;
  }

  /** Whether a customer with that key is an error. */
  boolean refuses(long key) {
    return this == REFUSED && key < 0;
  }

  /** The name that {@link #parse} reads, such as {@code lowest-class}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
