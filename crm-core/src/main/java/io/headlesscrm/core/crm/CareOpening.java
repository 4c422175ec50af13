package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.service.care.CareTask;

/** What became of the wish to open a task. */
public sealed interface CareOpening {

  /**
   * The task that there is now.
   *
   * @return the new one, or the one that stood in its way
   */
  CareTask task();

  /**
   * The task was opened.
   *
   * @param task as it is stored
   */
  record Opened(CareTask task) implements CareOpening {

    public Opened {
      requireNonNull(task, "task");
    }
  }

  /**
   * Nothing was written: there is a task with this id, or an open one of the same purpose for the same customer.
   *
   * @param task that one
   */
  record Known(CareTask task) implements CareOpening {

    public Known {
      requireNonNull(task, "task");
    }
  }
}
