package io.headlesscrm.examples.erp.table;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.RecordType;
import io.headlesscrm.core.storage.tck.StorageTck;
import io.headlesscrm.examples.erp.testing.TestDatabase;
import io.headlesscrm.examples.erp.testing.TestDatabase.Product;
import io.headlesscrm.examples.erp.unit.ConnectionUnits;
import io.headlesscrm.examples.erp.unit.DataSourceUnits;
import io.headlesscrm.examples.erp.unit.HostTransaction;
import io.headlesscrm.examples.erp.unit.JdbcUnits;
import io.headlesscrm.examples.erp.unit.SpringUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every check of the kit, on both databases: in transactions of the library, of the host and of Spring, and in a table of the host. */
class StorageTckTest {

  private final List<TckFixture> fixtures = new ArrayList<>();

  @AfterEach
  void close() {
    fixtures.forEach(TckFixture::close);
  }

  @TestFactory
  Stream<DynamicContainer> checks_h2_allPass() {
    return containers(Product.H2);
  }

  @TestFactory
  Stream<DynamicContainer> checks_postgresql_allPass() {
    return containers(Product.POSTGRESQL);
  }

  private Stream<DynamicContainer> containers(Product product) {
    return Stream.of(
        dynamicContainer("own transactions", checks(ownTransactions(product))),
        dynamicContainer("the host's connection", checks(hostsConnection(product))),
        dynamicContainer("Spring's transactions", checks(springsTransactions(product))),
        dynamicContainer("a table of the host", checks(hostsTable(product))));
  }

  private Stream<DynamicTest> checks(TckFixture fixture) {
    fixtures.add(fixture);
    return StorageTck.checks(fixture).stream().map(check -> dynamicTest(check.name(), check::run));
  }

  private static TckFixture ownTransactions(Product product) {
    TestDatabase database = TestDatabase.migrated(product);
    return new TckFixture(database, new DataSourceUnits(database.dataSource()));
  }

  private static TckFixture hostsConnection(Product product) {
    TestDatabase database = TestDatabase.migrated(product);
    ConnectionUnits units = new ConnectionUnits(database.dataSource());
    return new TckFixture(database, units) {
      @Override
      public <R> R unit(CrmStorage handle, Supplier<R> work) {
        return HostTransaction.committed(
            database.dataSource(), connection -> units.joining(connection, work));
      }
    };
  }

  private static TckFixture springsTransactions(Product product) {
    TestDatabase database = TestDatabase.migrated(product);
    DataSource dataSource = database.dataSource();
    DataSourceTransactionManager manager = new DataSourceTransactionManager(dataSource);
    TransactionTemplate template = new TransactionTemplate(manager);
    return new TckFixture(database, new SpringUnits(dataSource, manager)) {
      @Override
      public <R> R unit(CrmStorage handle, Supplier<R> work) {
        return template.execute(status -> work.get());
      }
    };
  }

  /** The records of the first type in a table with columns of its own, the rest in the tables for any type. */
  private static TckFixture hostsTable(Product product) {
    TestDatabase database = TestDatabase.migrated(product);
    database.execute(SpecimenTable.DDL);
    DataSourceUnits units = new DataSourceUnits(database.dataSource());
    return new TckFixture(database, units) {
      @Override
      public void reset() {
        super.reset();
        database.execute("DELETE FROM erp_specimen");
      }

      @Override
      public CrmStorage handle() {
        return composed(units, (RecordType<?, ?>) StorageTck.types().get(0));
      }
    };
  }

  private static <I, A> CrmStorage composed(JdbcUnits units, RecordType<I, A> type) {
    HostTableStorage<I, A> own = HostTableStorage.of(units, type, new SpecimenTable<>(type));
    return CrmStorage.composed(JdbcStorage.of(units)).with(type, own).build();
  }
}
