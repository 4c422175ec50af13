package io.headlesscrm.churn.warning;

import io.headlesscrm.core.id.CustomerId;
import java.nio.charset.StandardCharsets;

/**
 * A part of the customers that is left alone on purpose. Who is in it depends on the customer and a seed alone, so that it
 * is the same on every day and machine, and another seed gives another group that has nothing to do with the first.
 *
 * @param share of the customers, in [0, 1)
 * @param seed any
 */
public record ControlGroup(double share, long seed) {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  public ControlGroup {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("share of the control group is " + share
          + ", it must be at least 0 and below 1. Maybe 0.1 for 10 %?");
    }
  }

  /**
   * Whether a customer is left alone.
   *
   * @param customer any
   * @return the same for every call
   */
  public boolean contains(CustomerId customer) {
    long hash = FNV_OFFSET;
    for (byte each : customer.value().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * FNV_PRIME;
    }
    return (mixed(hash ^ mixed(seed)) >>> 11) * 0x1p-53 < share;
  }

  /** The finaliser of SplitMix64, which lets every bit reach every other: ids that differ in a digit are far apart. */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
