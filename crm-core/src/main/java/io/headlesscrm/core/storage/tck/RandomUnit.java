package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.DoomedUnitException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Commands that are run in one unit, which ends in one of several ways. */
record RandomUnit(List<Command> commands, Ending ending) {

  /** How a unit ends. */
  enum Ending {
    KEPT,
    JOINED,
    FAILED,
    DOOMED
  }

  /** Opens a unit. */
  interface Frame {
    Object unit(Supplier<Object> work);
  }

  RandomUnit without(int command) {
    List<Command> fewer = new ArrayList<>(commands);
    fewer.remove(command);
    return new RandomUnit(fewer, ending);
  }

  /** What every command answered, or how the unit failed. */
  Object run(Frame frame, CrmStorage storage) {
    List<Object> seen = new ArrayList<>();
    try {
      frame.unit(() -> ending == Ending.JOINED
          ? storage.unitOfWork().required(() -> answers(storage, seen))
          : answers(storage, seen));
    } catch (Failure | DoomedUnitException e) {
      seen.add(e.getClass().getSimpleName());
    }
    return seen;
  }

  private Object answers(CrmStorage storage, List<Object> seen) {
    commands.forEach(command -> seen.add(command.run(storage)));
    if (ending == Ending.FAILED) {
      throw new Failure();
    }
    if (ending == Ending.DOOMED) {
      doom(storage);
    }
    return seen;
  }

  private static void doom(CrmStorage storage) {
    try {
      storage.unitOfWork().required(() -> {
        throw new Failure();
      });
    } catch (Failure e) {
      // what a careless caller does
    }
  }

  /** Told apart from everything that a storage may throw. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
