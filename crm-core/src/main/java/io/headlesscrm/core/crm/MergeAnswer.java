package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.MergeOutcome;
import io.headlesscrm.core.purchase.recognition.RecognitionChange;
import java.util.List;

/**
 * What became of a merge.
 *
 * @param outcome made, or why not
 * @param changes purchases at which the customer turns out to have been something else than was said, because the two
 *     are one; by instant, then id
 */
public record MergeAnswer(MergeOutcome outcome, List<RecognitionChange> changes) {

  public MergeAnswer {
    requireNonNull(outcome, "outcome");
    changes = List.copyOf(changes);
  }
}
