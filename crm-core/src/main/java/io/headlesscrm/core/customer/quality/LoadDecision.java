package io.headlesscrm.core.customer.quality;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import java.util.List;

/**
 * Whether a record may be loaded.
 *
 * @param quality of the record
 * @param refusals why not; empty when it may
 * @param warnings what should be mended later
 */
public record LoadDecision(CustomerQuality quality, List<Reason> refusals, List<Reason> warnings) {

  public LoadDecision {
    requireNonNull(quality, "quality");
    refusals = List.copyOf(refusals);
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether the record may be loaded.
   *
   * @return true when there is nothing against it
   */
  public boolean passes() {
    return refusals.isEmpty();
  }
}
