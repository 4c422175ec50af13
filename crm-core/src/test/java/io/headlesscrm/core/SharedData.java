package io.headlesscrm.core;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data and oracles that lie outside the project, in the folder that the system property {@code crm.data} or the
 * environment variable {@code CRM_DATA} names. Without it tests are skipped, unless {@code crm.data.required} is true.
 */
public final class SharedData {

  private SharedData() {}

  /** A file below {@code data/} or {@code oracle/}. */
  public static Path path(String name) {
    String folder = System.getProperty("crm.data", System.getenv("CRM_DATA"));
    if (folder == null) {
      return missing("neither crm.data nor CRM_DATA says where " + name + " is");
    }
    Path path = Path.of(folder, name);
    return Files.isReadable(path) ? path : missing(path + " cannot be read");
  }

  private static Path missing(String why) {
    return Boolean.getBoolean("crm.data.required") ? fail(why) : abort(why);
  }
}
