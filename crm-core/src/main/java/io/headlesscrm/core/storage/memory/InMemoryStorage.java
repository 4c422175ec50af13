package io.headlesscrm.core.storage.memory;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.UnitOfWork;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A storage in the memory of the process: the embedded default. Nothing outlives the process.
 *
 * <pre>{@code
 * CrmStorage storage = new InMemoryStorage();
 * storage.unitOfWork().required(() -> storage.log(PURCHASE).append(List.of(purchase)));
 * }</pre>
 *
 * <p>Thread-safe. Units of work are serial: one holds the storage from its begin to its end, other units and readers on
 * other threads wait, so nobody sees half a unit and no version is lost. A unit that fails leaves nothing behind. Keep
 * units short, and do not wait inside one for another thread that needs the storage.
 *
 * <p>Records and facts are kept as the instances they are, so they must be immutable, as all of this library's are. A query
 * by an index, a page in the order of an index and a word in a text index are looked up, not searched for.
 */
public final class InMemoryStorage implements CrmStorage {

  private final MemoryUnit unit;
  private final ConcurrentMap<String, Table<?>> tables;

  /** An empty storage. */
  public InMemoryStorage() {
    this(new MemoryUnit(), new ConcurrentHashMap<>());
  }

  private InMemoryStorage(MemoryUnit unit, ConcurrentMap<String, Table<?>> tables) {
    this.unit = unit;
    this.tables = tables;
  }

  /**
   * Another handle of the same content.
   *
   * @return sees what this storage sees
   */
  public InMemoryStorage anotherHandle() {
    return new InMemoryStorage(unit, tables);
  }

  /**
   * Another storage that can be composed with this one.
   *
   * @return empty, with content of its own and the same units of work
   */
  public InMemoryStorage sibling() {
    return new InMemoryStorage(unit, new ConcurrentHashMap<>());
  }

  @Override
  public <I, A> Store<I, A> store(RecordType<I, A> type) {
    return new MemoryStore<>(type, table(type));
  }

  @Override
  public <F> Log<F> log(FactType<F> type) {
    return new MemoryLog<>(type, table(type));
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unit;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.copyOf(EnumSet.allOf(Capability.class));
  }

  @SuppressWarnings("unchecked") // a table is found by the type it was made for
  private <T> Table<T> table(StoredType<T> type) {
    requireNonNull(type, "type");
    Table<?> table = tables.computeIfAbsent(type.name(), name -> new Table<>(type, unit));
    if (!table.type().equals(type)) {
      throw new IllegalArgumentException(
          "two types are called \"" + type.name()
              + "\", each must have a name of its own. Maybe one was built twice instead of kept as a constant?");
    }
    return (Table<T>) table;
  }
}
