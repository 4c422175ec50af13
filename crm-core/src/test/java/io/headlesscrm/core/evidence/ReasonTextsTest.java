package io.headlesscrm.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Over all texts of this module, so that a new room cannot forget a language. */
class ReasonTextsTest {

  private static final Path TEXTS = Path.of("src/main/resources/META-INF/headlesscrm/reasons");

  @Test
  void texts_bothLanguages_sameKeysAndValues() throws IOException {
    Set<String> prefixes = prefixes();
    assertThat(prefixes).contains("csv", "storage", "purchase");
    for (String prefix : prefixes) {
      Properties english = load(prefix + "_en");
      Properties chinese = load(prefix + "_zh");

      assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(key).startsWith(prefix + ".");
        assertThat(values(chinese.getProperty(key)))
            .as(key)
            .isEqualTo(values(english.getProperty(key)));
        assertThat(english.getProperty(key)).as(key).isNotBlank();
      }
    }
  }

  private static Set<String> prefixes() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("_(en|zh)\\.properties$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Properties load(String name) throws IOException {
    Properties texts = new Properties();
    try (Reader in = Files.newBufferedReader(TEXTS.resolve(name + ".properties"))) {
      texts.load(in);
    }
    return texts;
  }

  private static Set<String> values(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\w+)").matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
