package io.headlesscrm.core.storage;

import java.util.Set;

/**
 * Where a company keeps its customers and all that belongs to them: a dozen methods that a host supplies. One storage is
 * one tenant. Thread-safe.
 *
 * <p>An adapter is proven by the checks of the storage kit.
 */
public interface CrmStorage {

  /**
   * The records of a type.
   *
   * @param <I> the type of the ids
   * @param <A> the type of the records
   * @param type any
   * @return their store, empty at first
   */
  <I, A> Store<I, A> store(RecordType<I, A> type);

  /**
   * The facts of a type.
   *
   * @param <F> the type of the facts
   * @param type any
   * @return their log, empty at first
   */
  <F> Log<F> log(FactType<F> type);

  /**
   * The frame of all writes to this storage.
   *
   * @return equal for two storages when one unit spans both
   */
  UnitOfWork unitOfWork();

  /**
   * What this storage can do beyond what every storage does.
   *
   * @return the same for its whole life; unmodifiable
   */
  Set<Capability> capabilities();

  /**
   * Starts a storage that answers some types from elsewhere, such as customers from the ERP's own table.
   *
   * <pre>{@code
   * CrmStorage storage = CrmStorage.composed(tables).with(CUSTOMER, erpCustomers).build();
   * }</pre>
   *
   * @param rest answers every type that is not named
   * @return a builder without named types
   */
  static ComposedStorage.Builder composed(CrmStorage rest) {
    return new ComposedStorage.Builder(rest);
  }
}
