package io.headlesscrm.segmentation.abc;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.grid.Indicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What serving the customers of a class costs, against the ceiling of its policy. Taken before and after a policy
 * begins, it shows whether the small customers have become cheaper to serve.
 *
 * @param segment the class
 * @param policy how its customers are treated
 * @param customers of whom both value and cost are known
 * @param value what they bring; negative values count as nothing
 * @param cost what serving them costs, in the same unit
 * @param excess what those cost beyond the ceiling who are above it
 * @param aboveCeiling those customers, the costliest excess first, ties by id
 */
public record ServingCost(
    Segment segment,
    ClassPolicy policy,
    int customers,
    double value,
    double cost,
    double excess,
    List<CostlyCustomer> aboveCeiling) {

  private static final Comparator<CostlyCustomer> COSTLIEST_FIRST = Comparator.comparingDouble(
          CostlyCustomer::excess)
      .reversed()
      .thenComparing(CostlyCustomer::customer);

  public ServingCost {
    requireNonNull(segment, "segment");
    requireNonNull(policy, "policy");
    aboveCeiling = List.copyOf(aboveCeiling);
  }

  /**
   * The cost of every class that has a policy.
   *
   * @param classes of a base that has both measures
   * @param policies by class
   * @param value what a customer brings, such as spend or margin
   * @param cost what serving it costs, in the same unit, at least 0; a customer whose cost is missing is left out
   * @return in the order of the policies
   * @throws IllegalArgumentException when a cost is negative
   */
  public static List<ServingCost> of(
      Segmentation classes, Map<Segment, ClassPolicy> policies, Indicator value, Measure cost) {
    List<ServingCost> costs = new ArrayList<>();
    policies.forEach((segment, policy) -> costs.add(of(classes, segment, policy, value, cost)));
    return List.copyOf(costs);
  }

  private static ServingCost of(
      Segmentation classes, Segment segment, ClassPolicy policy, Indicator value, Measure cost) {
    CustomerBase base = classes.base();
    int customers = 0;
    double values = 0;
    double costs = 0;
    double excess = 0;
    List<CostlyCustomer> above = new ArrayList<>();
    for (int row = 0; row < classes.size(); row++) {
      double brought = Math.max(0, value.value(base, row));
      double own = cost(base, row, cost);
      if (classes.segment(row).equals(segment) && !Double.isNaN(brought + own)) {
        CostlyCustomer customer =
            new CostlyCustomer(base.customer(row), brought, own, policy.costCeiling() * brought);
        customers++;
        values += brought;
        costs += own;
        if (customer.excess() > 0) {
          excess += customer.excess();
          above.add(customer);
        }
      }
    }
    above.sort(COSTLIEST_FIRST);
    return new ServingCost(segment, policy, customers, values, costs, excess, above);
  }

  private static double cost(CustomerBase base, int row, Measure measure) {
    double cost = base.value(measure, row);
    if (cost < 0) {
      throw new IllegalArgumentException("cost of " + base.customer(row) + " is " + cost
          + ", it must be at least 0. Maybe it was booked as a negative amount?");
    }
    return cost;
  }

  /**
   * What serving costs of what the class brings.
   *
   * @return at least 0; NaN when the class brings nothing
   */
  public double share() {
    return value > 0 ? cost / value : Double.NaN;
  }

  /**
   * What serving costs for a customer of the class.
   *
   * @return at least 0; NaN when the class has no customer
   */
  public double perCustomer() {
    return cost / customers;
  }

  /**
   * Whether the class as a whole stays under its ceiling.
   *
   * @return false too when it costs something and brings nothing
   */
  public boolean isWithinCeiling() {
    return cost <= policy.costCeiling() * value;
  }

  /**
   * How much dearer a customer of the class has become to serve.
   *
   * @param before the same class in an earlier period
   * @return negative when it has become cheaper; NaN when there was or is no customer
   * @throws IllegalArgumentException when it is another class
   */
  public double changeSince(ServingCost before) {
    if (!before.segment.code().equals(segment.code())) {
      throw new IllegalArgumentException(
          "class " + segment.code() + " is compared with " + before.segment.code()
              + ", it must be the same class. Maybe the lists are in another order?");
    }
    return perCustomer() - before.perCustomer();
  }
}
