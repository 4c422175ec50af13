package io.headlesscrm.segmentation;

import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that are not part of the project: public data sets and what other programs make of them. The system property
 * {@code crm.data} or the environment variable {@code CRM_DATA} names their folder; without it the tests that need them
 * are skipped, or fail when {@code crm.data.required} is true.
 */
public final class SharedData {

  private SharedData() {}

  /** Reads a gzipped CSV file with a header, row by row. */
  public static void forEachRow(String file, Consumer<NamedCsvRecord> consumer) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path(file)));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      csv.forEach(consumer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The file, or an aborted test that says why. */
  public static Path path(String file) {
    String folder = System.getProperty("crm.data", System.getenv("CRM_DATA"));
    if (folder == null) {
      return absent(file + " is not there: neither crm.data nor CRM_DATA names its folder");
    }
    Path path = Path.of(folder, file);
    return Files.exists(path) ? path : absent(path + " is not there");
  }

  private static Path absent(String why) {
    if (Boolean.getBoolean("crm.data.required")) {
      return fail(why);
    }
    return Assumptions.abort(why);
  }
}
