package io.headlesscrm.examples.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What DuckDB does at each step: the same names as in {@link LibrarySteps}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class DuckDbSteps {

  private final Workbench workbench = Workbench.current();

  /** The file into a table. */
  @Benchmark
  public void read() throws SQLException {
    run(DuckDbSql.read(workbench.file()));
  }

  /** The file into a sorted table. */
  @Benchmark
  public void readGrouped() throws SQLException {
    run(DuckDbSql.readGrouped(workbench.file()));
  }

  /** The table sorted by customer and day. */
  @Benchmark
  public void group() throws SQLException {
    run(DuckDbSql.group());
  }

  /** Recency, frequency and amount of each customer, from the table as it was read. */
  @Benchmark
  public void summarise() throws SQLException {
    run(DuckDbSql.summarise(workbench.asOf()));
  }

  /** The same from the sorted table. */
  @Benchmark
  public void summariseGrouped() throws SQLException {
    run(DuckDbSql.summariseGrouped(workbench.asOf()));
  }

  /** Three scores and a class of each customer. */
  @Benchmark
  public void score() throws SQLException {
    run(DuckDbSql.score());
  }

  /** The lines of Online Retail into a table, each item of an invoice once. */
  @Benchmark
  public void readRetail() throws SQLException {
    run(DuckDbSql.readRetail(workbench.retail().file()));
  }

  /** The pairs of items in 1 % of the invoices. */
  @Benchmark
  public void pairsOfRetail() throws SQLException {
    run(DuckDbSql.pairsOfRetail());
  }

  private void run(String sql) throws SQLException {
    workbench.duckDb().run(sql);
  }
}
