package io.headlesscrm.examples.benchmarks;

import io.headlesscrm.examples.analyse.generate.Columns;
import io.headlesscrm.examples.analyse.generate.Generator;
import io.headlesscrm.examples.analyse.generate.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;

/**
 * How much a run works on: purchases of the made-up express company, whose customers differ in how often they send,
 * how much, and whether they leave. The same size and seed give the same bytes.
 *
 * @param customers at least 1
 * @param purchases at least as many
 * @param seed of all draws
 */
record DataSize(int customers, int purchases, long seed) {

  /** The day after the last one of the made-up company. */
  LocalDate asOf() {
    return options().end().plusDays(1);
  }

  /** The file {@code customer_id,date,amount} in that folder, written when it is not there yet. */
  Path fileIn(Path folder) throws IOException {
    Path file = folder.resolve("purchases-%d-%d-%d.csv".formatted(customers, purchases, seed));
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      // under another name at first: an interrupted run leaves no file that looks whole
      Path unfinished = Files.createTempFile(folder, "purchases", ".part");
      Generator.of(options()).write(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private GeneratorOptions options() {
    return GeneratorOptions.of(customers, purchases, seed)
        .withColumns(Columns.LEAN)
        .withDirtyShare(0);
  }
}
