package io.headlesscrm.examples.erp.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.storage.AppendOutcome;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.core.storage.TryAgainException;
import io.headlesscrm.core.storage.Versioned;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.Payment;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand units by eight threads that get in each other's way: what was acknowledged is there, and nothing else. */
class ManyUnitsTest {

  private static final int THREADS = 8;
  private static final int UNITS_OF_A_THREAD = 125;
  private static final List<String> SHARED_ORDERS = List.of("x", "y", "z");
  private static final int SHARED_PAYMENTS = 150;

  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private TestDatabase database;
  private DataSourceUnits units;
  private Store<String, Order> orders;
  private Log<Payment> payments;

  static Stream<Arguments> databases() {
    return Stream.of(Product.values())
        .flatMap(product -> Stream.of(
            Arguments.of(product, Connection.TRANSACTION_READ_COMMITTED),
            Arguments.of(product, Connection.TRANSACTION_SERIALIZABLE)));
  }

  @AfterEach
  void close() {
    executor.shutdownNow();
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void required_randomExceptionsAndConflicts_acknowledgedOnceAndNothingElse(
      Product product, int isolation) throws Exception {
    open(product, isolation);

    List<Done> done = run();

    assertThat(done.size()).isBetween(50, THREADS * UNITS_OF_A_THREAD);
    List<Payment> acknowledged =
        done.stream().flatMap(unit -> unit.appended.stream()).toList();
    assertThat(stored(LogQuery.all())).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(stored(LogQuery.where(Payment.CENTS.atLeast(0L))))
        .as("found by key")
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    for (String id : SHARED_ORDERS) {
      long updates = done.stream().filter(unit -> id.equals(unit.updated)).count();
      assertThat(orders.find(id).map(Versioned::version)).as(id).contains(1 + updates);
    }
  }

  /** H2 sees some units that wait for each other by the time they wait only. */
  private void open(Product product, int isolation) {
    database = product == Product.H2
        ? TestDatabase.migratedH2("LOCK_TIMEOUT=300")
        : TestDatabase.migrated(product);
    units = new DataSourceUnits(database.dataSource(isolation));
    CrmStorage storage = JdbcStorage.of(units);
    orders = storage.store(Order.TYPE);
    payments = storage.log(Payment.TYPE);
    SHARED_ORDERS.forEach(id -> units.required(() -> orders.insert(Order.of(id)).orThrow()));
  }

  private List<Done> run() throws Exception {
    List<Callable<List<Done>>> threads = IntStream.range(0, THREADS)
        .<Callable<List<Done>>>mapToObj(thread -> () -> unitsOf(thread))
        .toList();
    List<Done> done = new ArrayList<>();
    for (Future<List<Done>> thread : executor.invokeAll(threads, 60, TimeUnit.SECONDS)) {
      done.addAll(thread.get());
    }
    return done;
  }

  private List<Done> unitsOf(int thread) {
    Random random = new Random(thread);
    List<Done> done = new ArrayList<>();
    for (int i = 0; i < UNITS_OF_A_THREAD; i++) {
      String name = thread + "-" + i;
      try {
        done.add(units.required(() -> unit(name, random)));
      } catch (Failure | TryAgainException e) {
        // not acknowledged
      }
    }
    return done;
  }

  private Done unit(String name, Random random) {
    List<Payment> appended = new ArrayList<>();
    String updated = null;
    if (random.nextBoolean()) {
      updated = SHARED_ORDERS.get(random.nextInt(SHARED_ORDERS.size()));
      update(updated, name);
    }
    append(appended, payments(name, random));
    if (random.nextInt(5) == 0) {
      throw new Failure();
    }
    if (updated == null && random.nextBoolean()) {
      updated = SHARED_ORDERS.get(random.nextInt(SHARED_ORDERS.size()));
      update(updated, name);
    }
    return new Done(appended, updated);
  }

  /** Some of this unit alone, one that many units append, each with another content. */
  private List<Payment> payments(String name, Random random) {
    List<Payment> facts = new ArrayList<>();
    facts.add(Payment.of("shared " + random.nextInt(SHARED_PAYMENTS), random.nextInt(9)));
    int own = random.nextInt(3);
    for (int i = 0; i < own; i++) {
      facts.add(random.nextInt(facts.size() + 1), Payment.of(name + "-" + i, random.nextInt(9)));
    }
    return facts;
  }

  private void append(List<Payment> appended, List<Payment> facts) {
    List<AppendOutcome> outcomes = payments.append(facts);
    for (int i = 0; i < facts.size(); i++) {
      if (outcomes.get(i) == AppendOutcome.APPENDED) {
        appended.add(facts.get(i));
      }
    }
  }

  private void update(String id, String note) {
    Versioned<Order> order = orders.find(id).orElseThrow();
    orders.update(order.value().withNote(note), order.version()).orThrow();
  }

  private List<Payment> stored(LogQuery<Payment> query) {
    List<Payment> stored = new ArrayList<>();
    payments.forEach(query, stored::add);
    return stored;
  }

  /** What a unit that was acknowledged says it has done. */
  private record Done(List<Payment> appended, String updated) {}

  /** Of the work itself. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
