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
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A storage in the tables of {@link io.headlesscrm.examples.erp.schema.CrmSchema}, which hold any type of records and
 * facts: the document as JSON, and beside it what it is found by. On H2 and PostgreSQL. Thread-safe.
 *
 * <pre>{@code
 * CrmSchema.migrate(dataSource);
 * CrmStorage storage = JdbcStorage.of(new DataSourceUnits(dataSource));
 * }</pre>
 *
 * <p>Queries are answered by the database: criteria, order and page are part of the statement. A record is written with
 * one statement, what it is found by with one batch more, and an update that changes no key writes none. Ids have at most
 * 600 bytes in UTF-8 and keys 1,500; a document has at most 1,048,576 characters on H2.
 *
 * <p>A process that is killed loses no acknowledged unit on PostgreSQL. H2 writes behind and may lose the last half second,
 * unless the host adds {@code WRITE_DELAY=0} to the URL of the database. Two units that wait for each other are seen by
 * PostgreSQL after its {@code deadlock_timeout}; H2 may let both wait for {@code LOCK_TIMEOUT}, two seconds unless the host
 * says otherwise, until one is told to try again.
 */
public final class JdbcStorage implements CrmStorage {

  private final JdbcUnits units;
  private final Dialect dialect;
  private final Set<Capability> capabilities;
  private final ConcurrentMap<String, StoredType<?>> types = new ConcurrentHashMap<>();

  private JdbcStorage(JdbcUnits units, Dialect dialect) {
    this.units = units;
    this.dialect = dialect;
    Set<Capability> declared = EnumSet.of(Capability.FREE_TEXT);
    if (units.tellCommits()) {
      declared.add(Capability.AFTER_COMMIT);
    }
    this.capabilities = Collections.unmodifiableSet(declared);
  }

  /**
   * The storage in the database of these units.
   *
   * @param units shared by all storages that shall be written in one unit
   * @return a handle; two of the same units see the same
   * @throws IllegalArgumentException when the database is neither H2 nor PostgreSQL
   */
  public static JdbcStorage of(JdbcUnits units) {
    return new JdbcStorage(units, units.read(Dialect::of));
  }

  @Override
  public <I, A> Store<I, A> store(RecordType<I, A> type) {
    requireOneOfItsName(type);
    return typedStore(type);
  }

  @Override
  public <F> Log<F> log(FactType<F> type) {
    requireOneOfItsName(type);
    return typedLog(type);
  }

  /**
   * Finds records or facts by what this version of their type says: writes anew the documents of earlier versions and what
   * they are found by. To be called once, in a unit, after the version of a type has gone up.
   *
   * @param type any
   * @return how many were of another version
   * @throws IllegalStateException outside a unit of work
   */
  public long reindex(StoredType<?> type) {
    requireOneOfItsName(type);
    return type instanceof RecordType<?, ?> records
        ? typedStore(records).reindex()
        : typedLog((FactType<?>) type).reindex();
  }

  @Override
  public UnitOfWork unitOfWork() {
    return units;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  private <I, A> JdbcStore<I, A> typedStore(RecordType<I, A> type) {
    return new JdbcStore<>(type, units, new TypedRecordTable<>(type, dialect));
  }

  private <F> JdbcLog<F> typedLog(FactType<F> type) {
    return new JdbcLog<>(type, units, dialect);
  }

  private void requireOneOfItsName(StoredType<?> type) {
    requireNonNull(type, "type");
    if (!type.equals(types.computeIfAbsent(type.name(), name -> type))) {
      throw new IllegalArgumentException(
          "two types are called \"" + type.name()
              + "\", each must have a name of its own. Maybe one was built twice instead of kept as a constant?");
    }
  }
}
