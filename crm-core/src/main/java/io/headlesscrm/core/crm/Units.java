package io.headlesscrm.core.crm;

import io.headlesscrm.core.storage.TryAgainException;
import io.headlesscrm.core.storage.UnitOfWork;
import java.util.function.Supplier;

/** Runs work in the host's unit, or in one of its own that is tried again when another unit was in
 * the way. */
final class Units {

  /** Of eight counters that serve one customer at once, each wins every eighth time: one in a million gives up. */
  private static final int MOST_TRIES = 100;

  private final UnitOfWork unitOfWork;

  Units(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  <R> R required(Supplier<R> work) {
    return unitOfWork.active() ? unitOfWork.required(work) : repeated(work);
  }

  private <R> R repeated(Supplier<R> work) {
    for (int tries = 1; ; tries++) {
      try {
        return unitOfWork.required(work);
      } catch (TryAgainException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }
}
