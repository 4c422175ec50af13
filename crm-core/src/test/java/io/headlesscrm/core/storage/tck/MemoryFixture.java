package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A storage in memory under the kit's examination, sound or with a fault. */
class MemoryFixture implements StorageFixture, AutoCloseable {

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final Supplier<Fault> faults;
  private InMemoryStorage storage = new InMemoryStorage();
  private Fault fault;

  MemoryFixture(Supplier<Fault> faults) {
    this.faults = faults;
    this.fault = faults.get();
  }

  @Override
  public void reset() {
    storage = new InMemoryStorage();
    fault = faults.get();
  }

  @Override
  public CrmStorage handle() {
    return new FaultyStorage(storage.anotherHandle(), fault);
  }

  @Override
  public Executor executor() {
    return executor;
  }

  @Override
  public void withDefaults(Locale locale, ZoneId zone, Runnable work) {
    Locale localeBefore = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale.setDefault(locale);
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      work.run();
    } finally {
      Locale.setDefault(localeBefore);
      TimeZone.setDefault(zoneBefore);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
