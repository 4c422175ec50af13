package io.headlesscrm.examples.erp.schema;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Statements that end with a semicolon, and lines of comment that begin with two hyphens. */
record Script(String text) {

  private static final Pattern COMMENT = Pattern.compile("^--.*$", Pattern.MULTILINE);

  static Script ofVersion(int version) {
    String name = "V" + version + ".sql";
    try (InputStream bytes = requireNonNull(Script.class.getResourceAsStream(name), name)) {
      return new Script(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> statements() {
    return Arrays.stream(COMMENT.matcher(text).replaceAll("").split(";"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }
}
