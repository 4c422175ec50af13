package io.headlesscrm.core.customer.development;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.List;

/**
 * Whether a prospect should be potential or target. Somebody, or a rule of the host, decides.
 *
 * @param customer who
 * @param stage potential or target
 * @param points of the traits that it has
 * @param summary why, in a line
 * @param reasons what each trait says, in the order of the rule
 */
public record TargetProposal(
    CustomerId customer, Stage stage, int points, Reason summary, List<Reason> reasons) {

  public TargetProposal {
    requireNonNull(customer, "customer");
    requireNonNull(stage, "stage");
    requireNonNull(summary, "summary");
    reasons = List.copyOf(reasons);
  }
}
