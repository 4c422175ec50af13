package io.headlesscrm.examples.benchmarks.counter;

import io.headlesscrm.core.crm.CounterAnswer;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import io.headlesscrm.examples.erp.schema.CrmSchema;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same purchases on the example host's tables, in H2 within this process: each in a transaction of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AtTheCounterOnTables {

  private static final int CUSTOMERS = 2_000;

  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
  private Shop shop = new Shop(new InMemoryStorage(), 1);

  /** Empty tables, then the customers. */
  @Setup
  public void open() throws SQLException {
    CrmSchema.migrate(pool);
    shop = new Shop(JdbcStorage.of(new DataSourceUnits(pool)), CUSTOMERS);
  }

  /** Gives the memory back. */
  @TearDown
  public void close() {
    pool.dispose();
  }

  /** A day without a query. */
  @Benchmark
  public CounterAnswer record() {
    return shop.record(shop.next());
  }
}
