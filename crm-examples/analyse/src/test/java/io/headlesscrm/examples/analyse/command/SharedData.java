package io.headlesscrm.examples.analyse.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Public data and other programs' results, which lie outside the project. */
final class SharedData {

  private SharedData() {}

  /** The file; a test that needs it is skipped when no folder is named, and fails when one is required. */
  static Path file(String name) {
    String folder = System.getProperty("crm.data", System.getenv().getOrDefault("CRM_DATA", ""));
    Path file = Path.of(folder, name);
    boolean there = !folder.isEmpty() && Files.exists(file);
    if (Boolean.getBoolean("crm.data.required")) {
      assertThat(there)
          .as("%s in the folder named by crm.data or CRM_DATA", name)
          .isTrue();
    }
    assumeTrue(there, () -> "skipped: neither crm.data nor CRM_DATA names a folder with " + name);
    return file;
  }

  static List<Map<String, String>> table(String name) throws IOException {
    return Run.table(text(name).replace("\"", ""));
  }

  static String text(String name) throws IOException {
    try (InputStream bytes = Files.newInputStream(file(name));
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.joining("\n"));
    }
  }
}
