package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.identity.StoredValue;
import java.util.List;

/** What became of a hand-over. A refusal changed nothing. */
public sealed interface HandoverOutcome {

  /**
   * The hand-over was done.
   *
   * @return its journal and proof
   * @throws IllegalStateException when it was refused
   */
  default Done orThrow() {
    if (this instanceof Done done) {
      return done;
    }
    throw new IllegalStateException(
        "the hand-over was refused: " + this + ". Maybe make a new plan and show it again?");
  }

  /**
   * Everything is in the new hands, and nothing is left in the old ones.
   *
   * @param record the journal
   * @param proof every field that changed: whose it is, and no other
   */
  record Done(HandoverRecord record, List<FieldChange> proof) implements HandoverOutcome {

    public Done {
      requireNonNull(record, "record");
      proof = List.copyOf(proof);
    }
  }

  /** Something changed since the plan was made. */
  record Stale() implements HandoverOutcome {}

  /**
   * Values of which more would change than who is assigned.
   *
   * @param values which
   */
  record ChangesMore(List<StoredValue> values) implements HandoverOutcome {

    public ChangesMore {
      values = List.copyOf(values);
    }
  }

  /**
   * There is a hand-over of this id already.
   *
   * @param record its journal
   */
  record IdTaken(HandoverRecord record) implements HandoverOutcome {

    public IdTaken {
      requireNonNull(record, "record");
    }
  }
}
