package io.headlesscrm.core.customer.privacy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of an erasure. A refusal changed nothing. */
public sealed interface ErasureOutcome {

  /**
   * The erasure was done.
   *
   * @return its tombstone and proof
   * @throws IllegalStateException when it was refused
   */
  default Erased orThrow() {
    if (this instanceof Erased erased) {
      return erased;
    }
    throw new IllegalStateException(
        "the erasure was refused: " + this + ". Maybe make a new plan and show it again?");
  }

  /**
   * What was personal is gone.
   *
   * @param record the tombstone
   * @param proof what a search found afterwards
   */
  record Erased(ErasureRecord record, ErasureProof proof) implements ErasureOutcome {

    public Erased {
      requireNonNull(record, "record");
      requireNonNull(proof, "proof");
    }
  }

  /**
   * Something changed since the plan was made.
   *
   * @param types the names of the types in which it did
   */
  record Stale(List<String> types) implements ErasureOutcome {

    public Stale {
      types = List.copyOf(types);
    }
  }

  /**
   * There is a tombstone of this id and instant already.
   *
   * @param id of the erasure
   */
  record IdTaken(ErasureId id) implements ErasureOutcome {

    public IdTaken {
      requireNonNull(id, "id");
    }
  }
}
