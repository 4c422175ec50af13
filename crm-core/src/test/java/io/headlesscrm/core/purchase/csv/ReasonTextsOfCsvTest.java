package io.headlesscrm.core.purchase.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReasonTextsOfCsvTest {

  @Test
  void texts_bothLanguages_sameKeysAndValues() throws IOException {
    Properties english = load("en");
    Properties chinese = load("zh");

    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(chinese.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
      assertThat(english.getProperty(key)).as(key).isNotBlank();
    }
  }

  private static Properties load(String language) throws IOException {
    Properties texts = new Properties();
    String name = "/META-INF/headlesscrm/reasons/csv_" + language + ".properties";
    try (InputStream in = ReasonTextsOfCsvTest.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
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
