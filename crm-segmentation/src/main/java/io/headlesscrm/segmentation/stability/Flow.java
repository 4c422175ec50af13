package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.segmentation.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The customers who went from one segment to another one.
 *
 * @param from null for those who are new
 * @param to null for those who are gone
 * @param customers how many, at least 0
 * @param before what they had spent as of the first date; zero for those who are new
 * @param after what they had spent as of the second date; zero for those who are gone
 */
public record Flow(
    @Nullable Segment from, @Nullable Segment to, int customers, Money before, Money after) {

  /** Such as {@code Champions -> At Risk: 75}. */
  @Override
  public String toString() {
    return (from == null ? "New" : from.code()) + " -> " + (to == null ? "Gone" : to.code()) + ": "
        + customers;
  }
}
