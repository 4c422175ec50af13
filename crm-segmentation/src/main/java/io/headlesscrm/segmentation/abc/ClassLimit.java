package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.id.CustomerId;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a class ends: the value of its last customer.
 *
 * @param value in major units of money, or in the unit of the measure; null when nobody of the fit was good enough,
 *     then nobody is
 * @param last where customers with this very value fell into two classes, the last id (ascending as text) that belongs
 *     to the better one; null when all of them do
 */
public record ClassLimit(
    @Nullable BigDecimal value, @Nullable CustomerId last) {

  /** A limit that nobody reaches. */
  static final ClassLimit NOBODY = new ClassLimit(null, null);

  /** Whether a customer who has this very value belongs to the better class. */
  boolean admits(CustomerId customer) {
    return last == null || customer.compareTo(last) <= 0;
  }

  boolean isReachedBy(long key, CustomerId customer, ValueKeys values) {
    OptionalLong least = leastKey(customer, values);
    return least.isPresent() && key >= least.getAsLong();
  }

  /** The least key with which the customer reaches the limit; empty when nobody can. */
  OptionalLong leastKey(CustomerId customer, ValueKeys values) {
    if (value == null) {
      return OptionalLong.empty();
    }
    long worst = values.key(value);
    return OptionalLong.of(admits(customer) ? worst : worst + 1);
  }

  /** Whether nobody can reach this limit without reaching the other one. */
  boolean isAtLeast(ClassLimit other) {
    if (value == null || other.value == null) {
      return value == null;
    }
    int order = value.compareTo(other.value);
    return order > 0
        || (order == 0
            && (other.last == null || (last != null && last.compareTo(other.last) <= 0)));
  }
}
