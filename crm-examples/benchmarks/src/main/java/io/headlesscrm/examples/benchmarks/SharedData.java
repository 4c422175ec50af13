package io.headlesscrm.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Data that everybody in the field uses and that are not ours to ship: they lie in the folder that the system property
 * {@code crm.data} or the environment variable {@code CRM_DATA} names, or nowhere.
 */
final class SharedData {

  private SharedData() {}

  /** The file, named from that folder on, where somebody has it. */
  static Optional<Path> find(String first, String... more) {
    return Optional.ofNullable(System.getProperty("crm.data", System.getenv("CRM_DATA")))
        .map(folder -> Path.of(folder, "data").resolve(Path.of(first, more)))
        .filter(Files::exists);
  }
}
