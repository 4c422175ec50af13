package io.headlesscrm.core.storage.tck;

import io.headlesscrm.core.storage.CrmStorage;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What a host gives the kit: the storage to be checked and what only a host may touch. */
public interface StorageFixture {

  /** Empties the storage for the next check, or the next part of one; handles from before are not used any more. */
  void reset();

  /**
   * A handle of the storage. Each call opens another one that sees the same content and has nothing in common with the
   * others in memory, where the storage has such handles.
   *
   * @return a handle
   */
  CrmStorage handle();

  /**
   * Where the checks with two threads run their tasks.
   *
   * @return runs at least two tasks at a time, none of them on the caller's thread
   */
  Executor executor();

  /**
   * Runs work while the process has other defaults, and puts the former ones back, also after an exception: {@code
   * Locale.setDefault(locale)} and {@code TimeZone.setDefault(TimeZone.getTimeZone(zone))}.
   *
   * @param locale the default locale meanwhile
   * @param zone the default zone meanwhile
   * @param work what runs meanwhile
   */
  void withDefaults(Locale locale, ZoneId zone, Runnable work);

  /**
   * Runs work in a unit that is kept when the work returns and rolled back when it throws. A host that commits itself
   * overrides this with its own transaction.
   *
   * @param <R> what the work gives
   * @param handle the storage that the work writes to
   * @param work what runs in the unit
   * @return what the work gave
   */
  default <R> R unit(CrmStorage handle, Supplier<R> work) {
    return handle.unitOfWork().required(work);
  }
}
