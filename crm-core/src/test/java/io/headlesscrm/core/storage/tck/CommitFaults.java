package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What happens after the commit at the wrong time, and capabilities that are not as declared. */
final class CommitFaults {

  private CommitFaults() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur(
            "does not wait for the commit",
            "after-commit-order",
            () -> UnitFaults.of(RunsAtOnce::new)),
        new Saboteur(
            "runs actions backwards",
            "after-commit-order",
            () -> new Queueing(Queueing.Lapse.BACKWARDS)),
        new Saboteur(
            "runs actions after a rollback",
            "after-commit-rollback",
            () -> new Queueing(Queueing.Lapse.ROLLBACK)),
        new Saboteur(
            "stops at the first action that throws",
            "after-commit-throws",
            () -> new Queueing(Queueing.Lapse.STOPS)),
        new Saboteur(
            "hides an action's exception",
            "after-commit-throws",
            () -> new Queueing(Queueing.Lapse.HIDES)),
        new Saboteur(
            "takes actions outside a unit",
            "after-commit-wants-a-unit",
            () -> UnitFaults.of(TakesOutside::new)),
        new Saboteur("claims less than it does", "after-commit-wants-a-unit", ClaimsLess::new),
        new Saboteur("lets its capabilities be changed", "capabilities", Changeable::new));
  }

  private static final class RunsAtOnce extends Fault.UnitWrapper {
    RunsAtOnce(UnitOfWork sound) {
      super(sound);
    }

    @Override
    public void afterCommit(Runnable action) {
      if (!active()) {
        throw new IllegalStateException("no unit");
      }
      action.run();
    }
  }

  private static final class TakesOutside extends Fault.UnitWrapper {
    TakesOutside(UnitOfWork sound) {
      super(sound);
    }

    @Override
    public void afterCommit(Runnable action) {
      if (active()) {
        sound.afterCommit(action);
      } else {
        action.run();
      }
    }
  }

  private static final class Queueing extends Fault {

    enum Lapse {
      BACKWARDS,
      ROLLBACK,
      STOPS,
      HIDES
    }

    private final Lapse lapse;
    private final List<Runnable> actions = new ArrayList<>();

    Queueing(Lapse lapse) {
      this.lapse = lapse;
    }

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          if (active()) {
            return sound.required(work);
          }
          R result;
          try {
            result = sound.required(work);
          } catch (RuntimeException e) {
            if (lapse == Lapse.ROLLBACK) {
              runAll();
            }
            actions.clear();
            throw e;
          }
          runAll();
          return result;
        }

        @Override
        public void afterCommit(Runnable action) {
          if (!active()) {
            throw new IllegalStateException("no unit");
          }
          actions.add(lapse == Lapse.BACKWARDS ? 0 : actions.size(), action);
        }
      };
    }

    private void runAll() {
      List<Runnable> due = List.copyOf(actions);
      actions.clear();
      for (Runnable action : due) {
        try {
          action.run();
        } catch (RuntimeException e) {
          if (lapse != Lapse.HIDES) {
            throw e;
          }
        }
      }
    }
  }

  private static final class ClaimsLess extends Fault {
    @Override
    Set<Capability> capabilities(Set<Capability> sound) {
      return Set.of(Capability.FREE_TEXT);
    }
  }

  private static final class Changeable extends Fault {
    @Override
    Set<Capability> capabilities(Set<Capability> sound) {
      return EnumSet.copyOf(sound);
    }
  }
}
