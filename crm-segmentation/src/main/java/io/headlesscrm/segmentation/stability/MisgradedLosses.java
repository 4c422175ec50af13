package io.headlesscrm.segmentation.stability;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Customers lost by wrong grading: of a low tier, of high potential, and gone. What it cost to grade by volume alone.
 *
 * @param customers who they are, in the order of their ids
 * @param spend what they had spent as of the date of the grades
 */
public record MisgradedLosses(List<CustomerId> customers, Money spend) {

  public MisgradedLosses {
    customers = List.copyOf(customers);
  }

  /**
   * Finds them.
   *
   * @param grades the tiers that decided how customers were treated
   * @param low the tiers that were treated as unimportant
   * @param potential as of the same date
   * @param high its segments of high potential
   * @param fate of a later date, such as the stages of life
   * @param lost its segments that mean a loss; customers who are not in its base are lost too
   * @return count and value
   */
  public static MisgradedLosses of(
      Segmentation grades,
      Set<Segment> low,
      Segmentation potential,
      Set<Segment> high,
      Segmentation fate,
      Set<Segment> lost) {
    List<CustomerId> customers = new ArrayList<>();
    Money spend = new Money(0, grades.base().currency());
    for (int row = 0; row < grades.size(); row++) {
      CustomerId customer = grades.base().customer(row);
      if (low.contains(grades.segment(row))
          && potential.findSegment(customer).filter(high::contains).isPresent()
          && fate.findSegment(customer).map(lost::contains).orElse(true)) {
        customers.add(customer);
        spend = spend.plus(grades.base().spend(row));
      }
    }
    return new MisgradedLosses(customers, spend);
  }
}
