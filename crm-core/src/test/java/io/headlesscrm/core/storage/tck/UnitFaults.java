package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.DoomedUnitException;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.UnitOfWork;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Units that keep what they should not, lose what they should keep, or run into each other. */
final class UnitFaults {

  private UnitFaults() {}

  static List<Saboteur> all() {
    return List.of(
        new Saboteur("commits what failed", "unit-rollback", () -> of(CommitsFailures::new)),
        new Saboteur("rolls back what succeeded", "unit-result", () -> of(RollsBack::new)),
        new Saboteur("commits an inner unit by itself", "unit-joins", CommitsInner::new),
        new Saboteur(
            "forgives a caught exception", "unit-doomed-by-inner", () -> of(ForgivesInner::new)),
        new Saboteur(
            "forgives an exception of a call",
            "unit-doomed-by-call",
            () -> FactFaults.of(ForgivesCall::new)),
        new Saboteur(
            "reads on in a doomed unit",
            "unit-doomed-refuses",
            () -> RecordFaults.of(ReadsOn::new)),
        new Saboteur("stays doomed", "unit-after-failure", StaysDoomed::new),
        new Saboteur("dooms the unit when it refuses", "record-second-insert", DoomsOnRefusal::new),
        new Saboteur("is active for ever after a failure", "unit-active", ActiveAfterFailure::new),
        new Saboteur("is active on every thread", "threads-own-units", ActiveEverywhere::new),
        new Saboteur("writes without a unit", "unit-wanted", WritesAlone::new),
        new Saboteur("does not read its own writes", "unit-own-writes", ReadsCommitted::new),
        new Saboteur(
            "shows what is not committed", "threads-see-nothing-else", ShowsUncommitted::new),
        new Saboteur("checks before it locks", "threads-one-update", ChecksBefore::new));
  }

  static Fault of(Function<UnitOfWork, UnitOfWork> wrapping) {
    return new Fault() {
      @Override
      UnitOfWork unit(UnitOfWork sound) {
        return wrapping.apply(sound);
      }
    };
  }

  private static final class CommitsFailures extends Fault.UnitWrapper {
    CommitsFailures(UnitOfWork sound) {
      super(sound);
    }

    @Override
    public <R> R required(Supplier<R> work) {
      if (active()) {
        return sound.required(work);
      }
      List<RuntimeException> failures = new ArrayList<>();
      List<R> results = new ArrayList<>();
      sound.required(() -> {
        try {
          return results.add(work.get());
        } catch (RuntimeException e) {
          return failures.add(e);
        }
      });
      if (!failures.isEmpty()) {
        throw failures.get(0);
      }
      return results.get(0);
    }
  }

  private static final class RollsBack extends Fault.UnitWrapper {
    RollsBack(UnitOfWork sound) {
      super(sound);
    }

    @Override
    public <R> R required(Supplier<R> work) {
      List<R> results = new ArrayList<>();
      try {
        return sound.required(() -> {
          results.add(work.get());
          throw new ArrayStoreException("rolled back");
        });
      } catch (ArrayStoreException e) {
        return results.get(0);
      }
    }
  }

  /** What an inner unit did is done once more when the outer one has failed, so it is kept. */
  private static final class CommitsInner extends Fault {

    private final List<Supplier<?>> inner = new ArrayList<>();

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          if (active()) {
            inner.add(work);
            return sound.required(work);
          }
          inner.clear();
          try {
            return sound.required(work);
          } catch (RuntimeException e) {
            inner.forEach(sound::required);
            throw e;
          }
        }
      };
    }
  }

  private static final class ForgivesInner extends Fault.UnitWrapper {
    ForgivesInner(UnitOfWork sound) {
      super(sound);
    }

    @Override
    public <R> R required(Supplier<R> work) {
      return active() ? work.get() : sound.required(work);
    }
  }

  private static final class ForgivesCall<F> extends FactFaults.Typed<F> {
    ForgivesCall(FactType<F> type, Log<F> sound) {
      super(type, sound);
    }

    @Override
    public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
      Map<F, Optional<F>> changes = new HashMap<>();
      all(query).forEach(fact -> changes.put(fact, change.apply(fact)));
      return sound.rewrite(query, changes::get);
    }
  }

  private static final class ReadsOn<I, A> extends RecordFaults.Typed<I, A> {
    ReadsOn(RecordType<I, A> type, Store<I, A> sound) {
      super(type, sound);
    }

    @Override
    public Optional<Versioned<A>> find(I id) {
      try {
        return sound.find(id);
      } catch (DoomedUnitException e) {
        return Optional.empty();
      }
    }
  }

  private static final class StaysDoomed extends Fault {

    private boolean doomed;

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          if (doomed) {
            throw new DoomedUnitException(new IllegalStateException("some time ago"));
          }
          try {
            return sound.required(work);
          } catch (DoomedUnitException e) {
            doomed = !active();
            throw e;
          }
        }
      };
    }
  }

  private static final class DoomsOnRefusal extends Fault {
    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new StoreWrapper<>(sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          WriteOutcome<A> outcome = sound.insert(value);
          if (!outcome.isDone()) {
            failStatement(handle);
          }
          return outcome;
        }
      };
    }

    private static void failStatement(CrmStorage handle) {
      try {
        handle.unitOfWork().required(() -> {
          throw new IllegalStateException("the statement failed");
        });
      } catch (IllegalStateException e) {
        // the fault: the transaction is aborted all the same
      }
    }
  }

  private static final class ActiveAfterFailure extends Fault {

    private boolean failed;

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          try {
            return sound.required(work);
          } catch (RuntimeException e) {
            failed = true;
            throw e;
          }
        }

        @Override
        public boolean active() {
          return failed || sound.active();
        }
      };
    }
  }

  private static final class ActiveEverywhere extends Fault {

    private final AtomicInteger depth = new AtomicInteger();

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          depth.incrementAndGet();
          try {
            return sound.required(work);
          } finally {
            depth.decrementAndGet();
          }
        }

        @Override
        public boolean active() {
          return depth.get() > 0;
        }
      };
    }
  }

  private static final class WritesAlone extends Fault {
    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new StoreWrapper<>(sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          return handle.unitOfWork().active()
              ? sound.insert(value)
              : handle.unitOfWork().required(() -> sound.insert(value));
        }
      };
    }
  }

  /** Reads what was there when the unit began. */
  private static final class ReadsCommitted extends Fault {

    private final Map<String, Optional<?>> before = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new StoreWrapper<>(sound) {
        @Override
        public Optional<Versioned<A>> find(I id) {
          return (Optional<Versioned<A>>) before.getOrDefault(type + type.text(id), sound.find(id));
        }

        @Override
        public WriteOutcome<A> update(A value, long expectedVersion) {
          before.putIfAbsent(type + type.idText(value), sound.find(type.id(value)));
          return sound.update(value, expectedVersion);
        }

        @Override
        public WriteOutcome<A> delete(I id, long expectedVersion) {
          before.putIfAbsent(type + type.text(id), sound.find(id));
          return sound.delete(id, expectedVersion);
        }
      };
    }

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          try {
            return sound.required(work);
          } finally {
            if (!active()) {
              before.clear();
            }
          }
        }
      };
    }
  }

  private static final class ShowsUncommitted extends Fault {

    private final Map<String, Versioned<?>> uncommitted = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new StoreWrapper<>(sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          uncommitted.put(type.idText(value), new Versioned<>(value, 1));
          return sound.insert(value);
        }

        @Override
        public Slice<Versioned<A>> list(Query<A> query, Page page) {
          return handle.unitOfWork().active() || uncommitted.isEmpty()
              ? sound.list(query, page)
              : new Slice<>(
                  uncommitted.values().stream().map(row -> (Versioned<A>) row).toList(), null);
        }
      };
    }

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          try {
            return sound.required(work);
          } finally {
            if (!active()) {
              uncommitted.clear();
            }
          }
        }
      };
    }
  }

  /** Checks against what is committed when it is asked, and writes at the end of the unit without another look. */
  private static final class ChecksBefore extends Fault {

    @SuppressWarnings("ThreadLocalUsage") // one for each faulty storage
    private final ThreadLocal<List<Runnable>> writes = new ThreadLocal<>();

    @Override
    <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
      return new RecordFaults.Typed<>(type, sound) {
        @Override
        public WriteOutcome<A> insert(A value) {
          if (stored(value).isPresent()) {
            return new WriteOutcome.Refused<>(Refusal.EXISTS);
          }
          writes.get().add(() -> sound.insert(value));
          return new WriteOutcome.Done<>(new Versioned<>(value, 1));
        }

        @Override
        public WriteOutcome<A> update(A value, long expectedVersion) {
          Optional<Versioned<A>> found = stored(value);
          if (found.isEmpty() || found.get().version() != expectedVersion) {
            return new WriteOutcome.Refused<>(found.isEmpty() ? Refusal.ABSENT : Refusal.STALE);
          }
          writes.get().add(() -> sound.update(value, stored(value).orElseThrow().version()));
          return new WriteOutcome.Done<>(new Versioned<>(value, expectedVersion + 1));
        }
      };
    }

    @Override
    <F> Log<F> log(FactType<F> type, Log<F> sound, CrmStorage handle) {
      return new FactFaults.Typed<>(type, sound) {
        @Override
        public List<AppendOutcome> append(List<F> facts) {
          writes.get().add(() -> sound.append(facts));
          return facts.stream()
              .map(fact -> stored(fact)
                  .map(found ->
                      found.equals(fact) ? AppendOutcome.DUPLICATE : AppendOutcome.CONFLICT)
                  .orElse(AppendOutcome.APPENDED))
              .toList();
        }
      };
    }

    @Override
    UnitOfWork unit(UnitOfWork sound) {
      return new UnitWrapper(sound) {
        @Override
        public <R> R required(Supplier<R> work) {
          if (active()) {
            return work.get();
          }
          writes.set(new ArrayList<>());
          try {
            R result = work.get();
            sound.required(() -> {
              writes.get().forEach(Runnable::run);
              return true;
            });
            return result;
          } finally {
            writes.remove();
          }
        }

        @Override
        public boolean active() {
          return writes.get() != null;
        }
      };
    }
  }
}
