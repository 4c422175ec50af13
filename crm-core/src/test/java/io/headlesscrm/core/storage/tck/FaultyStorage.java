package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.UnitOfWork;
import java.util.Set;

/** A sound storage with a fault. */
final class FaultyStorage implements CrmStorage {

  private final CrmStorage sound;
  private final Fault fault;

  FaultyStorage(CrmStorage sound, Fault fault) {
    this.sound = sound;
    this.fault = fault;
  }

  @Override
  public <I, A> Store<I, A> store(RecordType<I, A> type) {
    return fault.store(type, sound.store(type), this);
  }

  @Override
  public <F> Log<F> log(FactType<F> type) {
    return fault.log(type, sound.log(type), this);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return fault.unit(sound.unitOfWork());
  }

  @Override
  public Set<Capability> capabilities() {
    return fault.capabilities(sound.capabilities());
  }
}
