package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.Customer;
import java.util.function.Predicate;

/**
 * One kind of fault that a record may have.
 *
 * @param name under which reports show it, such as {@code phone-form}; not blank
 * @param dimension the side of quality that it belongs to
 * @param weight how much it counts beside the other rules; finite, above 0
 * @param inspection looks for the fault
 */
public record QualityRule(String name, Dimension dimension, double weight, Inspection inspection) {

  public QualityRule {
    requireNonNull(dimension, "dimension");
    requireNonNull(inspection, "inspection");
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "the name of the rule is blank, it must not be. Maybe call it by the fault it finds?");
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("the weight of rule " + name + " is " + weight
          + ", it must be finite and above 0. Maybe leave the rule out instead?");
    }
  }

  /**
   * A rule of weight 1.
   *
   * @param name under which reports show it
   * @param dimension the side of quality that it belongs to
   * @param inspection looks for the fault
   * @return the rule
   */
  public static QualityRule of(String name, Dimension dimension, Inspection inspection) {
    return new QualityRule(name, dimension, 1, inspection);
  }

  /**
   * This rule with another weight.
   *
   * @param other finite, above 0
   * @return a new rule
   */
  public QualityRule withWeight(double other) {
    return new QualityRule(name, dimension, other, inspection);
  }

  /**
   * This rule for some customers only; to the others it does not apply.
   *
   * @param whom such as the key accounts
   * @return a new rule
   */
  public QualityRule onlyFor(Predicate<Customer> whom) {
    requireNonNull(whom, "whom");
    return new QualityRule(
        name,
        dimension,
        weight,
        (customer, day) ->
            whom.test(customer) ? inspection.inspect(customer, day) : Inspected.NOTHING);
  }
}
