package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.id.CustomerId;
import java.util.List;

/** What became of a merge that was to be made. A refusal changed nothing. */
public sealed interface MergeOutcome {

  /**
   * The merge was made.
   *
   * @return its journal
   * @throws IllegalStateException when it was refused
   */
  default MergeRecord orThrow() {
    if (this instanceof Merged merged) {
      return merged.record();
    }
    throw new IllegalStateException(
        "the merge was refused: " + this + ". Maybe make a new plan and show it again?");
  }

  /**
   * The two are one.
   *
   * @param record the journal of the merge
   */
  record Merged(MergeRecord record) implements MergeOutcome {

    public Merged {
      requireNonNull(record, "record");
    }
  }

  /**
   * Something changed since the plan was made.
   *
   * @param types the names of the types in which it did
   */
  record Stale(List<String> types) implements MergeOutcome {

    public Stale {
      types = List.copyOf(types);
    }
  }

  /**
   * There is a merge of this id already.
   *
   * @param record its journal
   */
  record IdTaken(MergeRecord record) implements MergeOutcome {

    public IdTaken {
      requireNonNull(record, "record");
    }
  }

  /**
   * The merged customer would be its own parent company on some day.
   *
   * @param over the companies in between, the parent first
   */
  record ClosesCircle(List<CustomerId> over) implements MergeOutcome {

    public ClosesCircle {
      over = List.copyOf(over);
    }
  }
}
