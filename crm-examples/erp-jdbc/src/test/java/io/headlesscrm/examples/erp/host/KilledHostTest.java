package io.headlesscrm.examples.erp.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.Log;
import io.headlesscrm.core.storage.LogQuery;
import io.headlesscrm.core.storage.Page;
import io.headlesscrm.core.storage.Query;
import io.headlesscrm.core.storage.Store;
import io.headlesscrm.examples.erp.schema.CrmSchema;
import io.headlesscrm.examples.erp.table.JdbcStorage;
import io.headlesscrm.examples.erp.testing.Order;
import io.headlesscrm.examples.erp.testing.Payment;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A host that is killed without warning, again and again, and goes on in the same database: every unit that it said is done
 * is there with all its parts, and of the one that it was at, all or nothing.
 */
class KilledHostTest {

  private static final int KILLS_ON_H2 = 10;
  private static final int KILLS_ON_POSTGRESQL = 3;

  @TempDir
  Path folder;

  /** With the setting that makes H2 write before it says so. */
  @Test
  void kill_h2InAFile_keepsWhatWasAcknowledged() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("erp") + ";WRITE_DELAY=0";
    killAndCheck(url, "sa", KILLS_ON_H2);
  }

  @Test
  void kill_postgresql_keepsWhatWasAcknowledged() throws Exception {
    try (TestDatabase database = TestDatabase.unmigrated(Product.POSTGRESQL);
        Connection connection = database.dataSource().getConnection()) {
      killAndCheck(connection.getMetaData().getURL(), "postgres", KILLS_ON_POSTGRESQL);
    }
  }

  private static void killAndCheck(String url, String user, int kills) throws Exception {
    inDatabase(url, user, dataSource -> {
      CrmSchema.migrate(dataSource);
      CrmStorage storage = JdbcStorage.of(new DataSourceUnits(dataSource));
      Order counter = Order.of(KillableHost.COUNTER);
      return storage.unitOfWork().required(() -> storage.store(Order.TYPE).insert(counter));
    });
    Random random = new Random(kills);
    long next = 0;
    for (int kill = 0; kill < kills; kill++) {
      long acknowledged = runAndKill(url, user, next, 5 + random.nextInt(80));
      long first = kill == kills - 1 ? 0 : next;
      next =
          inDatabase(url, user, dataSource -> requireWholeUnits(dataSource, first, acknowledged));
    }
  }

  /** Opens the database anew, as one process at a time can have a file of H2. */
  private static <R> R inDatabase(String url, String user, DatabaseWork<R> work)
      throws SQLException {
    SingleConnectionDataSource dataSource = new SingleConnectionDataSource(url, user, "", true);
    try {
      return work.on(dataSource);
    } finally {
      dataSource.destroy();
    }
  }

  /** The last unit that the process said is done before it was killed. */
  private static long runAndKill(String url, String user, long first, long units)
      throws IOException, InterruptedException {
    Process host = start(url, user, first);
    long last = first - 1;
    try (BufferedReader said = host.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        // the last line may be cut
        last = Math.max(last, Long.parseLong(line));
        if (last == first + units) {
          // not destroyForcibly of the process itself, which would also throw away what was said
          host.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(last)
        .as("the last unit that was said to be done")
        .isGreaterThanOrEqualTo(first + units);
    return last;
  }

  private static Process start(String url, String user, long first) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KillableHost.class.getName(),
            url,
            user,
            String.valueOf(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Checks units from one on; gives the number of units that are there, which is the next one to be done. */
  private static long requireWholeUnits(DataSource dataSource, long first, long acknowledged) {
    DataSourceUnits units = new DataSourceUnits(dataSource);
    waitForACommitUnderWay(units);
    CrmStorage storage = JdbcStorage.of(units);
    Store<String, Order> orders = storage.store(Order.TYPE);
    Log<Payment> payments = storage.log(Payment.TYPE);
    long there =
        Long.parseLong(orders.find(KillableHost.COUNTER).orElseThrow().value().note()) + 1;
    assertThat(there).as("units that are there").isBetween(acknowledged + 1, acknowledged + 2);
    for (long unit = first; unit <= there; unit++) {
      boolean isThere = unit < there;
      assertThat(payments
              .list(LogQuery.where(Payment.CENTS.is(unit)), Page.first(9))
              .items())
          .containsExactlyInAnyOrderElementsOf(isThere ? KillableHost.payments(unit) : List.of());
      assertThat(orders
              .list(Query.where(Order.NOTE.is("of unit " + unit)), Page.first(9))
              .items())
          .hasSize(isThere ? 1 : 0);
    }
    return there;
  }

  /** A server that lives on may still commit what it was told to before its client was killed; it has the lock so long. */
  private static void waitForACommitUnderWay(DataSourceUnits units) {
    units.required(() -> units.write(connection -> connection
        .createStatement()
        .execute("SELECT version FROM crm_record WHERE type = 'order' FOR UPDATE")));
  }

  /** Needs a database. */
  private interface DatabaseWork<R> {

    R on(DataSource dataSource) throws SQLException;
  }
}
