package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.StoredValue;
import java.util.List;

/** What became of a hand-over that was to be given back. */
public sealed interface ReturnOutcome {

  /**
   * What the substitute still had is back.
   *
   * @param record the journal of the hand-over
   * @param returned what went back
   * @param stayed what did not: closed, handed on or gone meanwhile, or the substitute had a part in it before
   * @param proof every field that changed
   */
  record Returned(
      HandoverRecord record,
      List<StoredValue> returned,
      List<StoredValue> stayed,
      List<FieldChange> proof)
      implements ReturnOutcome {

    public Returned {
      requireNonNull(record, "record");
      returned = List.copyOf(returned);
      stayed = List.copyOf(stayed);
      proof = List.copyOf(proof);
    }
  }

  /**
   * There is no such hand-over, or it was given back before.
   *
   * @param id of the hand-over
   */
  record NotHandedOver(HandoverId id) implements ReturnOutcome {

    public NotHandedOver {
      requireNonNull(id, "id");
    }
  }
}
