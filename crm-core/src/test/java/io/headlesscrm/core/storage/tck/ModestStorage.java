package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.AbsentCapabilityException;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Slice;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.UnitOfWork;
import io.headlesscrm.core.storage.Versioned;
import java.util.Set;

/** Not a fault: an adapter without any capability, which says so and refuses. */
final class ModestStorage extends Fault {

  @Override
  <I, A> Store<I, A> store(RecordType<I, A> type, Store<I, A> sound, CrmStorage handle) {
    return new StoreWrapper<>(sound) {
      @Override
      public Slice<Versioned<A>> list(Query<A> query, Page page) {
        if (query.criterion() instanceof Criterion.Contains<A>) {
          throw new AbsentCapabilityException(Capability.FREE_TEXT);
        }
        return sound.list(query, page);
      }
    };
  }

  @Override
  UnitOfWork unit(UnitOfWork sound) {
    return new UnitWrapper(sound) {
      @Override
      public void afterCommit(Runnable action) {
        throw new AbsentCapabilityException(Capability.AFTER_COMMIT);
      }
    };
  }

  @Override
  Set<Capability> capabilities(Set<Capability> sound) {
    return Set.of();
  }
}
