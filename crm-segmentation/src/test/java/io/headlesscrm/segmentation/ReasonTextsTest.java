package io.headlesscrm.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason of this module can be said in both languages, with the same numbers. */
class ReasonTextsTest {

  private static final Set<String> BY_LANGUAGE = Set.of("segmentation.segment", "grid.indicator");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "basket",
        "grid",
        "lifecycle",
        "pyramid",
        "rfm",
        "segmentation",
        "stability",
        "value"
      })
  void texts_everyKey_inBothLanguagesWithTheSameValues(String prefix) throws IOException {
    Properties english = texts(prefix + "_en");
    Properties chinese = texts(prefix + "_zh");

    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(key).startsWith(prefix + ".");
      assertThat(chinese.getProperty(key)).as(key).isNotBlank();
      if (!BY_LANGUAGE.contains(key)) {
        assertThat(values(chinese, key)).as(key).isEqualTo(values(english, key));
      }
    }
  }

  private static Set<String> values(Properties texts, String key) {
    return PLACEHOLDER
        .matcher(texts.getProperty(key))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String name) throws IOException {
    Properties texts = new Properties();
    String resource = "/META-INF/headlesscrm/reasons/" + name + ".properties";
    try (Reader reader = new InputStreamReader(
        ReasonTextsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
