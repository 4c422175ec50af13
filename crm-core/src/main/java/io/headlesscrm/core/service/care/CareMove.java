package io.headlesscrm.core.service.care;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/** What became of the wish to take a step. */
public sealed interface CareMove {

  /**
   * The task after the step.
   *
   * @return with one step more
   * @throws IllegalStateException when it was refused
   */
  CareTask orThrow();

  /**
   * The step was taken.
   *
   * @param task with one step more
   */
  record Moved(CareTask task) implements CareMove {

    public Moved {
      requireNonNull(task, "task");
    }

    @Override
    public CareTask orThrow() {
      return task;
    }
  }

  /**
   * Nothing was changed.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements CareMove {

    public Refused {
      requireNonNull(reason, "reason");
    }

    @Override
    public CareTask orThrow() {
      throw new IllegalStateException(
          "the step was refused: " + reason + ". Maybe look at the task before the step is taken?");
    }
  }
}
