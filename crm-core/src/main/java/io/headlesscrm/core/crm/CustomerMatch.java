package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known customer who may be the one in question.
 *
 * @param customer who
 * @param basis what is the same, without the value itself
 * @param standing stage, class and owner; null when nothing has been recorded for the customer
 */
public record CustomerMatch(
    CustomerId customer, List<Reason> basis, @Nullable Standing standing) {

  public CustomerMatch {
    requireNonNull(customer, "customer");
    basis = List.copyOf(basis);
  }
}
