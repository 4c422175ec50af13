package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.id.TextOrder;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.DoomedUnitException;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.UnitOfWork;
import io.headlesscrm.core.storage.Versioned;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plainest storage there can be, to compare others with: every query looks at everything, a rollback puts back a copy.
 * For one thread.
 */
final class ReferenceStorage implements CrmStorage, UnitOfWork {

  private Map<StoredType<?>, SortedMap<String, Versioned<?>>> content = new HashMap<>();
  private int depth;
  private @Nullable Throwable doom;

  @Override
  public <I, A> Store<I, A> store(RecordType<I, A> type) {
    return new ReferenceStore<>(type, this);
  }

  @Override
  public <F> Log<F> log(FactType<F> type) {
    return new ReferenceLog<>(type, this);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return this;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.FREE_TEXT);
  }

  @Override
  public <R> R required(Supplier<R> work) {
    return depth == 0 ? outermost(work) : guarded(work);
  }

  @Override
  public boolean active() {
    return depth > 0;
  }

  @Override
  public void afterCommit(Runnable action) {
    throw new UnsupportedOperationException("not needed by the random commands");
  }

  @SuppressWarnings("unchecked") // the rows of a type hold values of that type
  <T> SortedMap<String, Versioned<T>> rows(StoredType<T> type) {
    return (SortedMap<String, Versioned<T>>) (SortedMap<String, ?>)
        content.computeIfAbsent(type, t -> new TreeMap<>(TextOrder::compare));
  }

  <R> R guarded(Supplier<R> work) {
    requireSound();
    depth++;
    try {
      return work.get();
    } catch (Throwable e) {
      doom = doom == null ? e : doom;
      throw e;
    } finally {
      depth--;
    }
  }

  private <R> R outermost(Supplier<R> work) {
    Map<StoredType<?>, SortedMap<String, Versioned<?>>> before = new HashMap<>();
    content.forEach((type, rows) -> before.put(type, new TreeMap<>(rows)));
    try {
      R result = guarded(work);
      requireSound();
      return result;
    } catch (Throwable e) {
      content = before;
      throw e;
    } finally {
      doom = null;
    }
  }

  private void requireSound() {
    if (doom != null) {
      throw new DoomedUnitException(doom);
    }
  }
}
