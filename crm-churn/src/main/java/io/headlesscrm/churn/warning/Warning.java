package io.headlesscrm.churn.warning;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.List;

/**
 * One customer on the list of warnings.
 *
 * @param rank by value at risk, from 1
 * @param customer who
 * @param churnProbability of no purchase within the horizon, in [0, 1]
 * @param value what is lost with the customer, in units of the currency, above 0
 * @param control whether the customer is left alone on purpose, so that the others can be compared with somebody
 * @param reasons what is at risk, then what has become less, then those of the score, the peers and
 *     the outlook
 */
public record Warning(
    int rank,
    CustomerId customer,
    double churnProbability,
    double value,
    boolean control,
    List<Reason> reasons) {

  public Warning {
    requireNonNull(customer, "customer");
    reasons = List.copyOf(reasons);
  }

  /**
   * What may be lost: the value times the probability.
   *
   * @return in units of the currency, above 0
   */
  public double valueAtRisk() {
    return churnProbability * value;
  }
}
