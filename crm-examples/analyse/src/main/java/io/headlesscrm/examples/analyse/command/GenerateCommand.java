package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.examples.analyse.generate.Columns;
import io.headlesscrm.examples.analyse.generate.Generated;
import io.headlesscrm.examples.analyse.generate.Generator;
import io.headlesscrm.examples.analyse.generate.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the purchases of a made-up express company. */
@Command(
    name = "generate",
    description =
        "Write the purchases of a made-up express company: seasons, lanes, services, returns, dirty rows.")
public final class GenerateCommand implements Callable<Integer> {

  @Option(
      names = "--customers",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Customers. Default: ${DEFAULT-VALUE}.")
  private int customers;

  @Option(
      names = "--purchases",
      paramLabel = "M",
      defaultValue = "30000",
      description = "Purchases. Default: ${DEFAULT-VALUE}.")
  private int purchases;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Same seed, same bytes. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "CSV to write; compressed when the name ends in .gz.")
  private Path out;

  @Option(
      names = "--complaints",
      paramLabel = "FILE",
      description = "Write the complaints of these customers too.")
  private @Nullable Path complaints;

  @Option(
      names = "--measures",
      paramLabel = "FILE",
      description = "Write margin, cost, need and survey answers of these customers too.")
  private @Nullable Path measures;

  @Option(
      names = "--lean",
      description = "Only customer_id, date and amount: clean rows for benchmarks.")
  private boolean lean;

  @Override
  public Integer call() throws IOException {
    Generator generator = Generator.of(GeneratorOptions.of(customers, purchases, seed)
        .withColumns(lean ? Columns.LEAN : Columns.FULL));
    Generated generated = generator.write(out, complaints, measures);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d purchases, %,d credit notes, %,d dirty rows%n",
        out,
        generated.purchases(),
        generated.creditNotes(),
        generated.dirtyRows());
    return ExitCode.OK;
  }
}
