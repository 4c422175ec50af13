package io.headlesscrm.churn;

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
import org.junit.jupiter.api.Test;

class ReasonTextsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

  @Test
  void everyReason_isThereInBothLanguages_withTheSameValues() throws IOException {
    Properties english = texts("en");
    Properties chinese = texts("zh");

    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
    }
  }

  private static Set<String> values(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(String language) throws IOException {
    String resource = "/META-INF/headlesscrm/reasons/churn_" + language + ".properties";
    Properties texts = new Properties();
    try (Reader reader = new InputStreamReader(
        ReasonTextsTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
