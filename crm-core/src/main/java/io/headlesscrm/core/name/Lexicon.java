package io.headlesscrm.core.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists beside this class. Lines that start with # are remarks. */
final class Lexicon {

  private Lexicon() {}

  static List<String> lines(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside " + Lexicon.class.getName()
            + ", it must be there. Maybe the jar was repacked without resources?");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  static List<String> words(String resource) {
    return lines(resource).stream()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .toList();
  }
}
