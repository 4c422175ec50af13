package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.memory.InMemoryStorage;

/** Answers the records of one type from a storage of their own, the rest from another. */
final class ComposedFixture extends MemoryFixture {

  private InMemoryStorage rest = new InMemoryStorage();
  private InMemoryStorage own = rest.sibling();

  ComposedFixture() {
    super(Fault::new);
  }

  @Override
  public void reset() {
    rest = new InMemoryStorage();
    own = rest.sibling();
  }

  @Override
  public CrmStorage handle() {
    return CrmStorage.composed(rest.anotherHandle())
        .with(Specimen.TYPE, own.anotherHandle())
        .build();
  }
}
