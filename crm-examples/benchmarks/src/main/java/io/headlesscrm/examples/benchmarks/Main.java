package io.headlesscrm.examples.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the library beside DuckDB and prints a table in Markdown. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    description = "Measures the library beside DuckDB, in turn in one process.")
public final class Main implements Callable<Integer> {

  @Option(
      names = "--customers",
      description = "Customers of the file. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000000")
  private int customers;

  @Option(
      names = "--purchases",
      description = "Rows of the file, at least as many. Default: ${DEFAULT-VALUE}.",
      defaultValue = "10000000")
  private int purchases;

  @Option(
      names = "--seed",
      description = "Of the made-up purchases. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--folder",
      description = "Where the file is kept for the next run. Default: ${DEFAULT-VALUE}.",
      defaultValue = "${sys:java.io.tmpdir}/headless-crm-benchmarks")
  private Path folder = Path.of("");

  @Option(
      names = "--warmups",
      description = "Rounds that do not count. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2")
  private int warmups;

  @Option(
      names = "--rounds",
      description = "Rounds that count. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int counted;

  @Option(
      names = "--least-millis",
      description = "How long a round repeats a step that takes less. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private long leastMillis;

  @Option(
      names = "--threads",
      split = ",",
      description = "Threads of each side, one table for each number. Default: 1,2.",
      defaultValue = "1,2")
  private List<Integer> threads = new ArrayList<>();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /**
   * Runs the program.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  /** 0; 1 when the two sides disagree, whose times then mean nothing. */
  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter progress = spec.commandLine().getErr();
    DataSize size = new DataSize(customers, purchases, seed);
    Rounds rounds = new Rounds(warmups, counted, leastMillis);
    MarkdownReport report = new MarkdownReport(out::println);
    progress.println("writing and reading the file");
    try (Workbench workbench = Workbench.open(size.fileIn(folder), size.asOf())) {
      List<Check> checks = new Agreement(workbench).checks();
      report.machine(workbench.duckDb().version());
      report.size(size, rounds);
      report.checks(checks);
      if (!checks.stream().allMatch(Check::agrees)) {
        return 1;
      }
      Contest contest = new Contest(workbench, rounds, progress::println);
      for (int number : threads) {
        report.results(number, contest.run(number));
      }
      report.footprints(size, new Footprints(workbench, size).measured());
    }
    return 0;
  }
}
