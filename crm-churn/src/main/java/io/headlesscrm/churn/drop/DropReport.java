package io.headlesscrm.churn.drop;

import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import java.util.Optional;

/**
 * Who was warned of, and how many could be looked at.
 *
 * @param warnings the surest first; a customer may be on it twice, for fewer purchases and for smaller amounts
 * @param tested customers of whom fewer purchases could have been noticed
 * @param unknown customers who are too new or buy too rarely to tell
 * @param trend how the purchases of all tested customers in the window relate to those before, 1 for no change: what
 *     happened to everybody, such as a season, is nobody's drop
 * @param falseDiscoveryRate the part of the warnings that may be false on the mean
 */
public record DropReport(
    List<DropWarning> warnings, int tested, int unknown, double trend, double falseDiscoveryRate) {

  public DropReport {
    warnings = List.copyOf(warnings);
  }

  /**
   * The warning of a customer.
   *
   * @param customer any
   * @return the surest one; empty when there is none
   */
  public Optional<DropWarning> findWarning(CustomerId customer) {
    return warnings.stream().filter(one -> one.customer().equals(customer)).findFirst();
  }
}
