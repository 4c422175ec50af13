package io.headlesscrm.examples.erp.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.crm.CounterAnswer;
import io.headlesscrm.core.crm.Crm;
import io.headlesscrm.core.crm.CustomerQuery;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.customer.Customer;
import io.headlesscrm.core.customer.FieldChoices;
import io.headlesscrm.core.customer.identity.MergeId;
import io.headlesscrm.core.customer.identity.UndoOutcome;
import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.standing.Standing;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.storage.AbsentCapabilityException;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.ConnectionUnits;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import io.headlesscrm.examples.erp.unit.HostTransaction;
import io.headlesscrm.examples.erp.unit.JdbcUnits;
import io.headlesscrm.examples.erp.unit.SpringUnits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole facade on real tables, in the library's transactions and in the host's. */
class CrmOnTablesTest {

  private static final CustomerId C1 = CustomerId.of("C1");
  private static final CustomerId C2 = CustomerId.of("C2");
  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
  private static final Attribution BY = Attribution.of("anna", "counter", NINE);

  private final List<String> ran = new ArrayList<>();
  private TestDatabase database;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void record_hostRollsBackItsConnection_nothingIsLeft(Product product) {
    database = TestDatabase.migrated(product);
    ConnectionUnits units = new ConnectionUnits(database.dataSource());
    Crm crm = registered(units);

    assertThatThrownBy(() -> HostTransaction.committed(
            database.dataSource(),
            connection -> units.joining(connection, () -> {
              assertThat(record(crm, "1", C1, 1).findStage()).contains(Stage.ACTUAL);
              assertThatThrownBy(() -> units.afterCommit(() -> ran.add("action")))
                  .isInstanceOf(AbsentCapabilityException.class);
              throw new ArithmeticException("the host changes its mind");
            })))
        .isInstanceOf(ArithmeticException.class);

    assertNothingRecorded(crm);
  }

  @ParameterizedTest
  @EnumSource
  void record_hostCommitsItsConnection_everythingIsThere(Product product) {
    database = TestDatabase.migrated(product);
    ConnectionUnits units = new ConnectionUnits(database.dataSource());
    Crm crm = registered(units);

    CounterAnswer answer = HostTransaction.committed(
        database.dataSource(),
        connection -> units.joining(connection, () -> record(crm, "1", C1, 1)));

    assertThat(crm.customers().findStanding(C1)).contains(answer.standing());
    assertThat(purchases(crm)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void record_springRollsBack_nothingIsLeftAndNoActionHasRun(Product product) {
    database = TestDatabase.migrated(product);
    DataSourceTransactionManager manager = new DataSourceTransactionManager(database.dataSource());
    SpringUnits units = new SpringUnits(database.dataSource(), manager);
    Crm crm = registered(units);

    new TransactionTemplate(manager).executeWithoutResult(status -> {
      assertThat(record(crm, "1", C1, 1).findStage()).contains(Stage.ACTUAL);
      units.afterCommit(() -> ran.add("action"));
      status.setRollbackOnly();
    });

    assertNothingRecorded(crm);
  }

  @ParameterizedTest
  @EnumSource
  void record_eightThreadsOneCustomer_everyPurchaseAndTheRightSum(Product product)
      throws Exception {
    database = TestDatabase.migrated(product);
    Crm crm = registered(new DataSourceUnits(database.dataSource()));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> counters = IntStream.range(0, 8)
          .<Callable<Boolean>>mapToObj(counter -> () -> {
            for (int i = 0; i < 10; i++) {
              record(crm, counter + "-" + i, i % 2 == 0 ? C1 : C2, i);
            }
            return true;
          })
          .toList();
      for (Future<Boolean> done : threads.invokeAll(counters)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(purchases(crm)).hasSize(80);
    for (CustomerId customer : List.of(C1, C2)) {
      Standing standing = crm.customers().findStanding(customer).orElseThrow();
      assertThat(standing.summary().purchases()).isEqualTo(40);
      assertThat(standing.summary().spendMinor()).isEqualTo(40 * 1_250);
      assertThat(crm.customers().stages(customer).changes())
          .extracting(StageChange::to)
          .containsExactly(Stage.POTENTIAL, Stage.ACTUAL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void facade_onTables_listsMergesUndoesAndShows(Product product) {
    database = TestDatabase.migrated(product);
    Crm crm = registered(new DataSourceUnits(database.dataSource()));
    record(crm, "1", C1, 1);
    record(crm, "2", C2, 2);
    Standing second = crm.customers().findStanding(C2).orElseThrow();

    assertThat(crm.customers()
            .list(CustomerQuery.all().named("toys"), Page.first(9))
            .items())
        .extracting(row -> row.customer().id())
        .containsExactly(C1);
    assertThat(crm.customers()
            .list(CustomerQuery.all().inStage(Stage.ACTUAL).byValue(), Page.first(9))
            .items())
        .hasSize(2);
    MergeId merge = MergeId.of("M-1");
    crm.merges().apply(crm.merges().plan(C1, C2, FieldChoices.combined()), merge, BY);
    assertThat(crm.timeline().newest(C1, 50).items())
        .isEqualTo(crm.timeline().newest(C2, 50).items())
        .extracting(item -> item.id())
        .contains("1", "2");
    assertThat(crm.merges().undo(merge, BY)).isInstanceOf(UndoOutcome.Undone.class);
    assertThat(crm.customers().findStanding(C2)).contains(second);
  }

  private static Crm registered(JdbcUnits units) {
    Crm crm = Crm.builder(
            JdbcStorage.of(units), Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"))
        .build();
    crm.customers().register(Customer.organisation(C1, "Shunfeng Toys").build(), BY);
    crm.customers().register(Customer.organisation(C2, "Harbour Foods").build(), BY);
    return crm;
  }

  private static CounterAnswer record(Crm crm, String id, CustomerId customer, int hour) {
    return crm.purchases()
        .record(
            Purchase.builder(PurchaseId.of(id), customer, NINE.plusSeconds(3_600L * hour))
                .amount(Money.of("12.50", "CNY"))
                .build(),
            BY);
  }

  private void assertNothingRecorded(Crm crm) {
    assertThat(ran).isEmpty();
    assertThat(purchases(crm)).isEmpty();
    Standing standing = crm.customers().findStanding(C1).orElseThrow();
    assertThat(standing.stage().stage()).isEqualTo(Stage.POTENTIAL);
    assertThat(standing.summary().isEmpty()).isTrue();
    assertThat(crm.customers().stages(C1).changes()).hasSize(1);
  }

  private static List<Purchase> purchases(Crm crm) {
    return crm.storage()
        .log(Purchase.TYPE)
        .list(LogQuery.all(), Page.first(500))
        .items();
  }
}
