package io.headlesscrm.examples.erp.table;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.FactType;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.StoredType;
import io.headlesscrm.core.storage.UnitOfWork;
import io.headlesscrm.examples.erp.unit.JdbcUnits;
import java.util.Set;

/**
 * A storage of one type of records, in a table of the host's own. To be composed with one that answers the rest.
 *
 * <pre>{@code
 * HostTableStorage<CustomerId, Customer> customers =
 *     HostTableStorage.of(units, CUSTOMER, new ErpCustomerTable());
 * CrmStorage storage =
 *     CrmStorage.composed(JdbcStorage.of(units)).with(CUSTOMER, customers).build();
 * }</pre>
 *
 * <p>A record is read from the row as it is now, so what the host writes itself is seen at once by its id and in the list
 * by id. What a record is found by in an index lies beside the table and is as the library last wrote it: a host that
 * writes the table itself calls {@link #reindex} in the same transaction, or from time to time.
 *
 * @param <I> the type of the ids
 * @param <A> the type of the records
 */
public final class HostTableStorage<I, A> implements CrmStorage {

  private final RecordType<I, A> type;
  private final CrmStorage tables;
  private final JdbcStore<I, A> store;

  private HostTableStorage(RecordType<I, A> type, CrmStorage tables, JdbcStore<I, A> store) {
    this.type = type;
    this.tables = tables;
    this.store = store;
  }

  /**
   * The records of a type in a table of the host.
   *
   * @param <I> the type of the ids
   * @param <A> the type of the records
   * @param units also those of the storage of the rest
   * @param type the only one that is answered
   * @param table how its records lie there
   * @return a handle
   * @throws IllegalArgumentException when the database is neither H2 nor PostgreSQL
   */
  public static <I, A> HostTableStorage<I, A> of(
      JdbcUnits units, RecordType<I, A> type, HostTable<A> table) {
    requireNonNull(type, "type");
    requireNonNull(table, "table");
    RecordTable<A> rows = new HostRecordTable<>(type, table, units.read(Dialect::of));
    return new HostTableStorage<>(type, JdbcStorage.of(units), new JdbcStore<>(type, units, rows));
  }

  /**
   * Finds records by what the host has written: for every row that was inserted, changed or deleted without the library.
   * In a unit.
   *
   * @return how many rows were inserted or changed
   * @throws IllegalStateException outside a unit of work
   */
  public long reindex() {
    return store.reindex();
  }

  @Override
  @SuppressWarnings("unchecked") // a type is equal to itself only
  public <J, B> Store<J, B> store(RecordType<J, B> asked) {
    if (!asked.equals(type)) {
      throw refused(asked);
    }
    return (Store<J, B>) store;
  }

  @Override
  public <F> Log<F> log(FactType<F> asked) {
    throw refused(asked);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return tables.unitOfWork();
  }

  @Override
  public Set<Capability> capabilities() {
    return tables.capabilities();
  }

  private IllegalArgumentException refused(StoredType<?> asked) {
    return new IllegalArgumentException(
        "the table answers type \"" + type.name() + "\" only, not \"" + asked.name()
            + "\". Maybe it was not composed with a storage of the rest?");
  }
}
