package io.headlesscrm.examples.erp.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.Criterion;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Refusal;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.TryAgainException;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.core.storage.WriteOutcome;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.OrderTable;
import io.headlesscrm.examples.erp.testing.Payment;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import io.headlesscrm.examples.erp.unit.SqlFailedException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that the host, too, writes to. */
class HostTableStorageTest {

  private TestDatabase database;
  private DataSourceUnits units;
  private HostTableStorage<String, Order> storage;
  private Store<String, Order> orders;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void find_rowOfTheHost_isThereAtOnce(Product product) {
    open(product);
    database.execute("INSERT INTO erp_order (id, version, customer) VALUES ('a', 4, 'C7')");

    assertThat(orders.find("a")).contains(new Versioned<>(new Order("a", "C7", null), 4));
    assertThat(ids(Criterion.all())).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void reindex_rowOfTheHost_isFoundByKey(Product product) {
    open(product);
    database.execute("INSERT INTO erp_order (id, version, customer) VALUES ('a', 1, 'C7')");
    assertThat(ids(of("C7"))).isEmpty();

    assertThat(units.required(storage::reindex)).isEqualTo(1);

    assertThat(ids(of("C7"))).containsExactly("a");
    assertThat(units.required(storage::reindex)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void find_columnChangedByTheHost_columnCountsAndTheRestStays(Product product) {
    open(product);
    insert(Order.of("a").withNote("urgent"));
    database.execute("UPDATE erp_order SET customer = 'C9', version = version + 1");

    assertThat(orders.find("a")).contains(new Versioned<>(new Order("a", "C9", "urgent"), 2));
    units.required(storage::reindex);
    assertThat(ids(of("C1"))).isEmpty();
    assertThat(ids(of("C9").and(Order.NOTE.is("urgent")))).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void update_versionRaisedByTheHost_isStale(Product product) {
    open(product);
    insert(Order.of("a"));
    database.execute("UPDATE erp_order SET customer = 'C9', version = version + 1");

    assertThat(units.required(() -> orders.update(Order.of("a").withNote("late"), 1)))
        .isEqualTo(new WriteOutcome.Refused<>(Refusal.STALE));
    units.required(() -> orders.update(new Order("a", "C9", "in time"), 2).orThrow());
    assertThat(ids(of("C1"))).isEmpty();
    assertThat(ids(of("C9").and(Order.NOTE.is("in time")))).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void list_rowDeletedByTheHost_isNotFoundByItsKeys(Product product) {
    open(product);
    insert(Order.of("a").withNote("x"), Order.of("b").withNote("x"));
    database.execute("DELETE FROM erp_order WHERE id = 'a'");

    assertThat(ids(Order.NOTE.is("x"))).containsExactly("b");
    assertThat(ids(Query.<Order>all().orderedBy(Order.NOTE))).containsExactly("b");

    insert(Order.of("a").withNote("y"));
    assertThat(ids(Order.NOTE.is("x"))).containsExactly("b");
    assertThat(ids(Order.NOTE.is("y"))).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void reindex_rowDeletedByTheHost_leavesNothing(Product product) {
    open(product);
    insert(Order.of("a").withNote("x"));
    database.execute("DELETE FROM erp_order");

    assertThat(units.required(storage::reindex)).isZero();
    assertThat(database.count("crm_record_key")).isZero();
  }

  /** Another key of the host that is not unique is no second insert of the id. */
  @ParameterizedTest
  @EnumSource
  void insert_anotherKeyOfTheHostIsThere_failsAndIsNotToBeTriedAgain(Product product) {
    open(product);
    database.execute("ALTER TABLE erp_order ADD CONSTRAINT one_each UNIQUE (customer)");
    insert(Order.of("a"));

    assertThatExceptionOfType(SqlFailedException.class)
        .isThrownBy(() -> insert(Order.of("b")))
        .isNotInstanceOf(TryAgainException.class);
    assertThat(ids(Criterion.all())).containsExactly("a");
  }

  @ParameterizedTest
  @EnumSource
  void store_anotherType_refused(Product product) {
    open(product);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.log(Payment.TYPE))
        .withMessageContaining("answers type \"order\" only, not \"payment\"");
  }

  private void open(Product product) {
    database = TestDatabase.migrated(product);
    database.execute(OrderTable.DDL);
    units = new DataSourceUnits(database.dataSource());
    storage = HostTableStorage.of(units, Order.TYPE, new OrderTable());
    orders = storage.store(Order.TYPE);
  }

  private void insert(Order... all) {
    units.required(
        () -> List.of(all).stream().map(order -> orders.insert(order).orThrow()).toList());
  }

  private static Criterion<Order> of(String customer) {
    return Order.TYPE.of(CustomerId.of(customer));
  }

  private List<String> ids(Criterion<Order> criterion) {
    return ids(Query.where(criterion));
  }

  private List<String> ids(Query<Order> query) {
    return orders.list(query, Page.first(9)).items().stream()
        .map(order -> order.value().id())
        .toList();
  }
}
