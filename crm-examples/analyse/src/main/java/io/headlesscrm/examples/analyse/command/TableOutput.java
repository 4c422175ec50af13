package io.headlesscrm.examples.analyse.command;

import io.headlesscrm.examples.analyse.table.TableWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes its result. */
final class TableOutput {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private @Nullable Path out;

  @Option(
      names = "--excel",
      description =
          "For spreadsheets: start with a byte order mark, put an apostrophe before texts that look like formulas.")
  private boolean excel;

  TableWriter table(String... header) throws IOException {
    return out == null
        ? TableWriter.to(System.out, excel, header)
        : TableWriter.to(out, excel, header);
  }

  void text(String text) throws IOException {
    if (out == null) {
      System.out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } else {
      Files.writeString(out, text + "\n");
    }
  }
}
