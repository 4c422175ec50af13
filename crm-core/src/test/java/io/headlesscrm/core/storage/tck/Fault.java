package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.UnitOfWork;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One realistic defect of an adapter: what it makes of the parts of a sound storage. This one is none. */
class Fault {

  <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
    return sound;
  }

  <F> Log<F> log(FactType<F> type, Log<F> sound, CrmStorage handle) {
    return sound;
  }

  UnitOfWork unit(UnitOfWork sound) {
    return sound;
  }

  Set<Capability> capabilities(Set<Capability> sound) {
    return sound;
  }

  static class StoreWrapper<I, A> implements Store<I, A> {

    final Store<I, A> sound;

    StoreWrapper(Store<I, A> sound) {
      this.sound = sound;
    }

    @Override
    public Optional<Versioned<A>> find(I id) {
      return sound.find(id);
    }

    @Override
    public Slice<Versioned<A>> list(Query<A> query, Page page) {
      return sound.list(query, page);
    }

    @Override
    public WriteOutcome<A> insert(A value) {
      return sound.insert(value);
    }

    @Override
    public WriteOutcome<A> update(A value, long expectedVersion) {
      return sound.update(value, expectedVersion);
    }

    @Override
    public WriteOutcome<A> delete(I id, long expectedVersion) {
      return sound.delete(id, expectedVersion);
    }
  }

  static class LogWrapper<F> implements Log<F> {

    final Log<F> sound;

    LogWrapper(Log<F> sound) {
      this.sound = sound;
    }

    @Override
    public List<AppendOutcome> append(List<F> facts) {
      return sound.append(facts);
    }

    @Override
    public Slice<F> list(LogQuery<F> query, Page page) {
      return sound.list(query, page);
    }

    @Override
    public void forEach(LogQuery<F> query, Consumer<? super F> consumer) {
      sound.forEach(query, consumer);
    }

    @Override
    public long rewrite(LogQuery<F> query, Function<? super F, Optional<F>> change) {
      return sound.rewrite(query, change);
    }

    List<F> all(LogQuery<F> query) {
      return Workbench.walk(1_000, page -> sound.list(query, page));
    }
  }

  static class UnitWrapper implements UnitOfWork {

    final UnitOfWork sound;

    UnitWrapper(UnitOfWork sound) {
      this.sound = sound;
    }

    @Override
    public <R> R required(Supplier<R> work) {
      return sound.required(work);
    }

    @Override
    public boolean active() {
      return sound.active();
    }

    @Override
    public void afterCommit(Runnable action) {
      sound.afterCommit(action);
    }
  }
}
