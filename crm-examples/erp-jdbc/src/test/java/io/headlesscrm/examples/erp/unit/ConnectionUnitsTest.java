package io.headlesscrm.examples.erp.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.storage.AbsentCapabilityException;
import io.headlesscrm.core.storage.Capability;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.DoomedUnitException;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host's own table and the library's in one transaction of the host. */
class ConnectionUnitsTest {

  private TestDatabase database;
  private ConnectionUnits units;
  private CrmStorage storage;
  private Store<String, Order> orders;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void joining_hostCommits_bothAreThere(Product product) throws SQLException {
    open(product);
    try (Connection connection = transaction()) {
      bookAndInsert(connection);
      connection.commit();
    }
    assertThat(database.count("booking")).isEqualTo(1);
    assertThat(orders.find("a")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void joining_hostRollsBack_nothingIsThere(Product product) throws SQLException {
    open(product);
    try (Connection connection = transaction()) {
      bookAndInsert(connection);
      assertThat(units.<Boolean>joining(connection, () -> orders.find("a").isPresent()))
          .isTrue();
      connection.rollback();
    }
    assertThat(database.count("booking")).isZero();
    assertThat(orders.find("a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void joining_exceptionInside_connectionIsLeftToTheHost(Product product) throws SQLException {
    open(product);
    try (Connection connection = transaction()) {
      assertThatThrownBy(() -> units.joining(connection, () -> {
            orders.insert(Order.of("a"));
            throw new ArithmeticException();
          }))
          .isInstanceOf(ArithmeticException.class);
      assertThat(connection.isClosed()).isFalse();
      assertThat(units.active()).isFalse();
      connection.rollback();
    }
    assertThat(orders.find("a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void joining_exceptionCaughtInside_hostIsToldToRollBack(Product product) throws SQLException {
    open(product);
    try (Connection connection = transaction()) {
      assertThatExceptionOfType(DoomedUnitException.class)
          .isThrownBy(() -> units.joining(connection, () -> {
            assertThatThrownBy(() -> units.required(() -> {
              throw new ArithmeticException();
            }));
            return "careless";
          }))
          .withCauseInstanceOf(ArithmeticException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterCommit_hostsTransaction_refusedAndUndeclared(Product product) throws SQLException {
    open(product);
    List<String> ran = new ArrayList<>();
    assertThat(storage.capabilities()).containsExactly(Capability.FREE_TEXT);
    try (Connection connection = transaction()) {
      units.joining(connection, () -> {
        assertThatExceptionOfType(AbsentCapabilityException.class)
            .isThrownBy(() -> units.afterCommit(() -> ran.add("action")));
        return orders.insert(Order.of("a"));
      });
      connection.commit();
    }
    assertThat(ran).isEmpty();
    assertThat(orders.find("a")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void joining_connectionThatCommitsEachStatement_refused(Product product) throws SQLException {
    open(product);
    try (Connection connection = database.dataSource().getConnection()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> units.joining(connection, () -> orders.insert(Order.of("a"))))
          .withMessageContaining("setAutoCommit(false)");
    }
    assertThat(orders.find("a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void joining_insideAUnitOnAnotherConnection_refused(Product product) throws SQLException {
    open(product);
    try (Connection connection = transaction()) {
      assertThatIllegalStateException()
          .isThrownBy(() ->
              units.required(() -> units.joining(connection, () -> orders.insert(Order.of("a")))))
          .withMessageContaining("another connection");
    }
    assertThat(orders.find("a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void joining_twiceOnOneConnection_isOneUnit(Product product) throws SQLException {
    open(product);
    try (Connection connection = transaction()) {
      units.joining(
          connection, () -> units.joining(connection, () -> orders.insert(Order.of("a"))));
      connection.rollback();
    }
    assertThat(orders.find("a")).isEmpty();
  }

  private void open(Product product) {
    database = TestDatabase.migrated(product);
    database.execute("CREATE TABLE booking (id VARCHAR(20) NOT NULL PRIMARY KEY)");
    units = new ConnectionUnits(database.dataSource());
    storage = JdbcStorage.of(units);
    orders = storage.store(Order.TYPE);
  }

  private Connection transaction() throws SQLException {
    Connection connection = database.dataSource().getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private void bookAndInsert(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO booking VALUES ('a')");
    }
    units.joining(connection, () -> orders.insert(Order.of("a")).orThrow());
  }
}
