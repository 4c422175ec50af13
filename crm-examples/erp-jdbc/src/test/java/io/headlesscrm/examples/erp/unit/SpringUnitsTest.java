package io.headlesscrm.examples.erp.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.DoomedUnitException;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The host's own table and the library's in one transaction of Spring. */
class SpringUnitsTest {

  private final List<String> ran = new ArrayList<>();
  private TestDatabase database;
  private TransactionTemplate transaction;
  private JdbcTemplate erp;
  private SpringUnits units;
  private Store<String, Order> orders;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void transaction_committed_bothAreThereAndActionsHaveRun(Product product) {
    open(product);
    transaction.executeWithoutResult(status -> {
      writeBoth();
      assertThat(ran).isEmpty();
    });
    assertThat(ran).containsExactly("action");
    assertThat(database.count("booking")).isEqualTo(1);
    assertThat(orders.find("a")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void transaction_rolledBackByTheHost_nothingIsThereAndNoActionHasRun(Product product) {
    open(product);
    transaction.executeWithoutResult(status -> {
      writeBoth();
      status.setRollbackOnly();
    });
    assertNothing();
  }

  @ParameterizedTest
  @EnumSource
  void transaction_exceptionOfTheHost_nothingIsThereAndNoActionHasRun(Product product) {
    open(product);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
          writeBoth();
          throw new ArithmeticException();
        }))
        .isInstanceOf(ArithmeticException.class);
    assertNothing();
  }

  @ParameterizedTest
  @EnumSource
  void transaction_exceptionOfTheLibraryCaught_commitIsRefused(Product product) {
    open(product);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
          writeBoth();
          assertThatThrownBy(() -> orders.insert(Order.of("U+0000: \0")));
        }))
        .isInstanceOf(DoomedUnitException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertNothing();
  }

  @ParameterizedTest
  @EnumSource
  void transaction_interruptedByAnother_unitsAreApart(Product product) {
    open(product);
    TransactionTemplate another = new TransactionTemplate(transaction.getTransactionManager());
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(status -> {
      writeBoth();
      another.executeWithoutResult(inner -> orders.insert(Order.of("b")).orThrow());
      status.setRollbackOnly();
    });
    assertNothing();
    assertThat(orders.find("b")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void required_noTransaction_springOpensAndCommitsOne(Product product) {
    open(product);
    units.required(() -> {
      writeBoth();
      return true;
    });
    assertThat(database.count("booking")).isEqualTo(1);
    assertThat(ran).containsExactly("action");
  }

  @ParameterizedTest
  @EnumSource
  void afterCommit_actionThatWrites_opensAUnitOfItsOwn(Product product) {
    open(product);
    transaction.executeWithoutResult(status -> {
      writeBoth();
      units.afterCommit(() -> {
        assertThat(units.active()).isFalse();
        units.required(() -> orders.insert(Order.of("b")).orThrow());
      });
    });
    assertThat(orders.find("b")).isPresent();
  }

  private void open(Product product) {
    database = TestDatabase.migrated(product);
    DataSourceTransactionManager manager = new DataSourceTransactionManager(database.dataSource());
    transaction = new TransactionTemplate(manager);
    erp = new JdbcTemplate(database.dataSource());
    erp.execute("CREATE TABLE booking (id VARCHAR(20) NOT NULL PRIMARY KEY)");
    units = new SpringUnits(database.dataSource(), manager);
    CrmStorage storage = JdbcStorage.of(units);
    orders = storage.store(Order.TYPE);
  }

  private void writeBoth() {
    erp.update("INSERT INTO booking VALUES ('a')");
    orders.insert(Order.of("a")).orThrow();
    units.afterCommit(() -> ran.add("action"));
  }

  private void assertNothing() {
    assertThat(database.count("booking")).isZero();
    assertThat(orders.find("a")).isEmpty();
    assertThat(ran).isEmpty();
  }
}
