package io.headlesscrm.core.crm;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.evidence.Reason;

/** What became of a move from one stage to another that somebody asked for. */
public sealed interface StageMove {

  /**
   * The customer moved.
   *
   * @param change as it was recorded
   */
  record Moved(StageChange change) implements StageMove {

    public Moved {
      requireNonNull(change, "change");
    }
  }

  /**
   * The customer stays where it is.
   *
   * @param reason why
   */
  record Refused(Reason reason) implements StageMove {

    public Refused {
      requireNonNull(reason, "reason");
    }
  }
}
