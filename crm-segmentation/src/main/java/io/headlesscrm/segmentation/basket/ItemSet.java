package io.headlesscrm.segmentation.basket;

import java.util.List;

/**
 * Items that are often bought together.
 *
 * @param items sorted
 * @param count baskets that hold them all
 * @param baskets how many baskets there are
 */
public record ItemSet(List<String> items, int count, int baskets) {

  public ItemSet {
    items = List.copyOf(items);
  }

  /**
   * The share of the baskets that hold them all.
   *
   * @return in [0, 1]
   */
  public double support() {
    return (double) count / baskets;
  }

  /** Such as {@code {beer, nappies} in 3 of 5}. */
  @Override
  public String toString() {
    return "{" + String.join(", ", items) + "} in " + count + " of " + baskets;
  }
}
