package io.headlesscrm.churn.drop;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer who clearly buys or spends less than before.
 *
 * @param customer who
 * @param change what has become less
 * @param expected purchase days in the window, or the mean amount of one in units of the currency, had nothing changed
 * @param observed the same as it was
 * @param since the first day of the change, as far as the purchases show it
 * @param pValue how often a customer who did not change looks so by chance
 * @param reasons in numbers and words, the weightiest first
 */
public record DropWarning(
    CustomerId customer,
    Change change,
    double expected,
    double observed,
    LocalDate since,
    double pValue,
    List<Reason> reasons) {

  public DropWarning {
    reasons = List.copyOf(reasons);
  }

  /** What has become less. */
  public enum Change {
    /** Fewer purchase days. */
    PURCHASES,
    /** Smaller amounts per purchase day. */
    AMOUNTS
  }

  /**
   * How much less.
   *
   * @return the part that is missing, in (0, 1]
   */
  public double drop() {
    return 1 - observed / expected;
  }
}
