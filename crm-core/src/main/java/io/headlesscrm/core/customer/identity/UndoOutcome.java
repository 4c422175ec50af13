package io.headlesscrm.core.customer.identity;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of a merge that was to be undone. A refusal changed nothing. */
public sealed interface UndoOutcome {

  /**
   * The merge was undone.
   *
   * @return its journal
   * @throws IllegalStateException when it was refused
   */
  default MergeRecord orThrow() {
    if (this instanceof Undone undone) {
      return undone.record();
    }
    throw new IllegalStateException(
        "the merge was not undone: " + this + ". Maybe a later merge has to be undone first?");
  }

  /**
   * Everything that the merge touched is as it was.
   *
   * @param record the journal of the merge
   */
  record Undone(MergeRecord record) implements UndoOutcome {

    public Undone {
      requireNonNull(record, "record");
    }
  }

  /**
   * Values that the merge touched were changed since, so that the way back would undo more than the merge. Records that
   * are computed from facts do not count.
   *
   * @param values which
   */
  record ChangedSince(List<StoredValue> values) implements UndoOutcome {

    public ChangedSince {
      values = List.copyOf(values);
    }
  }

  /**
   * Not all before-images are kept any more: they were forgotten, or one of the customers was erased.
   *
   * @param kept how many are left
   * @param needed how many there were
   */
  record ImagesGone(int kept, int needed) implements UndoOutcome {}

  /**
   * There is no such merge, or it was undone before.
   *
   * @param id of the merge
   */
  record NotMerged(MergeId id) implements UndoOutcome {

    public NotMerged {
      requireNonNull(id, "id");
    }
  }
}
