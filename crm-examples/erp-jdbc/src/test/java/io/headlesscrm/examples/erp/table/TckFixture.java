package io.headlesscrm.examples.erp.table;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.tck.StorageFixture;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.unit.JdbcUnits;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A storage in tables under the kit's examination. */
class TckFixture implements StorageFixture, AutoCloseable {

  final TestDatabase database;
  private final JdbcUnits units;
  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  TckFixture(TestDatabase database, JdbcUnits units) {
    this.database = database;
    this.units = units;
  }

  @Override
  public void reset() {
    database.empty();
  }

  @Override
  public CrmStorage handle() {
    return JdbcStorage.of(units);
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
    database.close();
  }
}
