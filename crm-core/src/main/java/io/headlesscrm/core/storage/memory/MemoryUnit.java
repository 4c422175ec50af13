package io.headlesscrm.core.storage.memory;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.DoomedUnitException;
import io.headlesscrm.core.storage.UnitOfWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One unit at a time: it holds the write lock from begin to end, so units are serial and readers on other threads wait
 * for what is committed. All fields are guarded by that lock.
 */
final class MemoryUnit implements UnitOfWork {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private List<Runnable> actions = new ArrayList<>();
  private @Nullable Throwable doom;

  @Override
  public <R> R required(Supplier<R> work) {
    requireNonNull(work, "work");
    return active() ? guarded(work) : outermost(work);
  }

  @Override
  public boolean active() {
    return lock.isWriteLockedByCurrentThread();
  }

  @Override
  public void afterCommit(Runnable action) {
    requireNonNull(action, "action");
    write(() -> actions.add(action));
  }

  /** Reads in the open unit or, outside one, what is committed. */
  <R> R read(Supplier<R> work) {
    if (active()) {
      return guarded(work);
    }
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  <R> R write(Supplier<R> work) {
    if (!active()) {
      throw new IllegalStateException(
          "no unit of work is open on this thread, one must be. Maybe the call belongs into unitOfWork().required(...)?");
    }
    return guarded(work);
  }

  /** Runs a caller's code: its exception dooms the unit if one is open. */
  void call(Runnable work) {
    if (active()) {
      guarded(() -> {
        work.run();
        return true;
      });
    } else {
      work.run();
    }
  }

  void onRollback(Runnable step) {
    undo.push(step);
  }

  private <R> R outermost(Supplier<R> work) {
    R result;
    List<Runnable> committed;
    lock.writeLock().lock();
    try {
      result = guarded(work);
      requireSound();
      committed = actions;
    } catch (Throwable e) {
      undo.forEach(Runnable::run);
      throw e;
    } finally {
      undo.clear();
      actions = new ArrayList<>();
      doom = null;
      lock.writeLock().unlock();
    }
    runAll(committed);
    return result;
  }

  private <R> R guarded(Supplier<R> work) {
    requireSound();
    try {
      return work.get();
    } catch (Throwable e) {
      doom = doom == null ? e : doom;
      throw e;
    }
  }

  private void requireSound() {
    if (doom != null) {
      throw new DoomedUnitException(doom);
    }
  }

  private static void runAll(List<Runnable> actions) {
    @Nullable RuntimeException first = null;
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException e) {
        first = joined(first, e);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    if (!first.equals(next)) {
      first.addSuppressed(next);
    }
    return first;
  }
}
