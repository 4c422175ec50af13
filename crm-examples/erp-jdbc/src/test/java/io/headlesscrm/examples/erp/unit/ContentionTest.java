package io.headlesscrm.examples.erp.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.headlesscrm.core.storage.ContendedUnitException;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.TryAgainException;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two units that cannot both be kept: one is, the other is told to try again. */
class ContentionTest {

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private TestDatabase database;
  private DataSourceUnits units;
  private Store<String, Order> orders;

  @AfterEach
  void close() {
    executor.shutdownNow();
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void required_eachWaitsForTheOther_oneIsToldToTryAgain(Product product) throws Exception {
    open(product);
    units.required(() -> {
      orders.insert(Order.of("a")).orThrow();
      return orders.insert(Order.of("b")).orThrow();
    });
    CyclicBarrier bothHaveOne = new CyclicBarrier(2);
    Future<?> left = executor.submit(crossing("a", "b", bothHaveOne));
    Future<?> right = executor.submit(crossing("b", "a", bothHaveOne));

    assertThat(Stream.of(left, right).map(ContentionTest::failure))
        .containsOnlyOnce("none")
        .containsOnlyOnce(ContendedUnitException.class.getSimpleName());
    List<String> notes = Stream.of("a", "b")
        .map(id -> orders.find(id).orElseThrow().value().note())
        .distinct()
        .toList();
    assertThat(notes).hasSize(1).isSubsetOf("a first", "b first");
  }

  /** Each reads what the other writes; one after the other, the second would have read what the first has written. */
  @ParameterizedTest
  @EnumSource(names = "POSTGRESQL")
  void required_serializable_writeSkewIsToldToTryAgain(Product product) throws Exception {
    open(product, Connection.TRANSACTION_SERIALIZABLE);
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    Future<?> left = executor.submit(skewed("a", "b", bothHaveRead));
    Future<?> right = executor.submit(skewed("b", "a", bothHaveRead));

    assertThat(Stream.of(left, right).map(ContentionTest::failure))
        .containsOnlyOnce("none")
        .containsOnlyOnce(ContendedUnitException.class.getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void write_failedStatement_namesNoValue(Product product) {
    open(product);
    units.required(() -> orders.insert(Order.of("secret")));

    assertThatExceptionOfType(SqlFailedException.class)
        .isThrownBy(() -> units.required(() -> units.write(connection -> connection
            .createStatement()
            .executeUpdate("INSERT INTO crm_record SELECT * FROM crm_record"))))
        .withMessageContaining("23505")
        .satisfies(e -> assertThat(printed(e)).doesNotContain("secret", "736563726574"))
        .isNotInstanceOf(TryAgainException.class);
  }

  private void open(Product product) {
    open(product, Connection.TRANSACTION_READ_COMMITTED);
  }

  private void open(Product product, int isolation) {
    database = TestDatabase.migrated(product);
    units = new DataSourceUnits(database.dataSource(isolation));
    orders = JdbcStorage.of(units).store(Order.TYPE);
  }

  private Callable<?> crossing(String first, String second, CyclicBarrier bothHaveOne) {
    return () -> units.required(() -> {
      orders.update(Order.of(first).withNote(first + " first"), 1).orThrow();
      await(bothHaveOne);
      return orders.update(Order.of(second).withNote(first + " first"), 1).orThrow();
    });
  }

  private Callable<?> skewed(String absent, String own, CyclicBarrier bothHaveRead) {
    return () -> units.required(() -> {
      assertThat(orders.find(absent)).isEmpty();
      await(bothHaveRead);
      return orders.insert(Order.of(own)).orThrow();
    });
  }

  private static String failure(Future<?> unit) {
    try {
      unit.get(30, TimeUnit.SECONDS);
      return "none";
    } catch (ExecutionException e) {
      return e.getCause().getClass().getSimpleName();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
