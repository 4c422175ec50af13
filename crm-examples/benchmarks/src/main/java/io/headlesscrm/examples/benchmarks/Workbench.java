package io.headlesscrm.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.bgnbd.BgNbd;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.csv.CsvOptions;
import io.headlesscrm.core.purchase.csv.PurchaseCsv;
import io.headlesscrm.core.purchase.csv.PurchaseImport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What the steps work on: the file, and for each step the results of the steps before it, on both sides. JMH makes its
 * benchmark classes anew in every round, so that there is one workbench per process, put on the table by
 * {@link #open}.
 */
final class Workbench implements AutoCloseable {

  private static @Nullable Workbench current;

  private static final Currency CURRENCY = Currency.getInstance("CNY");
  private static final CsvOptions OPTIONS =
      CsvOptions.builder().currency(CURRENCY).build();

  private final Path file;
  private final LocalDate asOf;
  private final DuckDb duckDb;
  private final PurchaseLogBuilder rows;
  private final PurchaseLog log;
  private final CustomerBase base;
  private final BgNbd model;
  private final CustomerBase small = SimulatedBuyers.base(2_357, 1);
  private final CustomerBase medium = SimulatedBuyers.base(23_570, 1);
  private final CustomerBase large;
  private final Optional<CustomerBase> cdnow = Cdnow.findBase();
  private final Optional<OnlineRetail> retail = OnlineRetail.find();
  private int threads = 1;
  private ExecutorService executor = Executors.newSingleThreadExecutor();

  private Workbench(Path file, LocalDate asOf, DuckDb duckDb) throws IOException {
    this.file = file;
    this.asOf = asOf;
    this.duckDb = duckDb;
    this.rows = PurchaseLogBuilder.of(CURRENCY);
    PurchaseImport imported = PurchaseCsv.read(file, OPTIONS);
    imported.forEachRow(row -> rows.add(row.customer(), row.day(), row.amount()));
    this.log = imported.log();
    this.base = log.asOf(asOf);
    this.large = SimulatedBuyers.base(base.size(), 1);
    this.model = BgNbd.fit(base).orThrow();
  }

  /** Does every step once on both sides, so that each finds what it starts from. */
  static Workbench open(Path file, LocalDate asOf) throws IOException, SQLException {
    DuckDb duckDb = DuckDb.inMemory();
    Workbench workbench = new Workbench(file, asOf, duckDb);
    workbench.useThreads(1);
    for (String statement : DuckDbSql.all(file, asOf)) {
      duckDb.run(statement);
    }
    if (workbench.retail.isPresent()) {
      duckDb.run(DuckDbSql.readRetail(workbench.retail.get().file()));
      duckDb.run(DuckDbSql.pairsOfRetail());
    }
    current = workbench;
    return workbench;
  }

  static Workbench current() {
    return requireNonNull(current, "no workbench is open");
  }

  /** How many threads each side may use from now on. */
  void useThreads(int number) throws SQLException {
    executor.shutdown();
    executor = Executors.newFixedThreadPool(number);
    threads = number;
    duckDb.run("SET threads = " + number);
  }

  Path file() {
    return file;
  }

  LocalDate asOf() {
    return asOf;
  }

  PurchaseLog read() {
    return PurchaseCsv.read(file, OPTIONS, executor, threads).log();
  }

  PurchaseLog group() {
    return threads == 1 ? rows.build() : rows.build(executor, threads);
  }

  PurchaseLog log() {
    return log;
  }

  CustomerBase base() {
    return base;
  }

  BgNbd model() {
    return model;
  }

  CustomerBase small() {
    return small;
  }

  CustomerBase medium() {
    return medium;
  }

  /** As many simulated customers as the file has. */
  CustomerBase large() {
    return large;
  }

  /** The base of the CDNOW sample, where somebody has it. */
  Optional<CustomerBase> findCdnow() {
    return cdnow;
  }

  /** Online Retail, where somebody has it. */
  Optional<OnlineRetail> findRetail() {
    return retail;
  }

  OnlineRetail retail() {
    return retail.orElseThrow();
  }

  DuckDb duckDb() {
    return duckDb;
  }

  int threads() {
    return threads;
  }

  ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() throws SQLException {
    executor.shutdown();
    duckDb.close();
    current = null;
  }
}
