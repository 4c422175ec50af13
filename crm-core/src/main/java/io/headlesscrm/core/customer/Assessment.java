package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.time.LocalDate;
import java.util.List;

/**
 * A fact: this customer is in this segment or class, or has this score, as of this date, because. Written by
 * segmentation, churn or the host, and kept.
 *
 * @param customer whom it is about
 * @param kind what was assessed, such as {@code rfm}, {@code abc} or {@code churn-90d}
 * @param value the outcome, such as {@code Champions}, {@code A} or {@code 0.731}
 * @param asOf the day before which everything known counted
 * @param reasons why, the weightiest first
 * @param provenance by which method
 */
public record Assessment(
    CustomerId customer,
    String kind,
    String value,
    LocalDate asOf,
    List<Reason> reasons,
    Provenance provenance) {

  public Assessment {
    requireNonNull(customer, "customer");
    requireNonNull(kind, "kind");
    requireNonNull(value, "value");
    requireNonNull(asOf, "asOf");
    requireNonNull(provenance, "provenance");
    reasons = List.copyOf(reasons);
  }
}
