package io.headlesscrm.examples.analyse.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  private final Properties english = load("report_en.properties");
  private final Properties chinese = load("report_zh.properties");

  @Test
  void keys_bothLanguages_areTheSame() {
    assertThat(new TreeSet<>(chinese.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
  }

  @Test
  void places_bothLanguages_areTheSame() {
    for (String key : english.stringPropertyNames()) {
      assertThat(places(chinese, key)).as(key).isEqualTo(places(english, key));
    }
  }

  @Test
  void texts_bothLanguages_areNotEmpty() {
    assertThat(english.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    assertThat(chinese.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
  }

  @Test
  void texts_ofChinese_areChinese() {
    chinese.stringPropertyNames().stream()
        .filter(key -> !key.equals("page.source"))
        .forEach(key -> assertThat(chinese.getProperty(key)).as(key).containsPattern("\\p{IsHan}"));
  }

  @Test
  void oneForm_eachLanguage_hasTheManyFormBesideIt() {
    english.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".one"))
        .forEach(key -> assertThat(english).containsKey(key.substring(0, key.length() - 4)));
  }

  @Test
  void say_valueWithBraces_isNotFilledAgain() {
    Texts texts = Texts.of(Language.ENGLISH);

    assertThat(texts.say("page.source", "source", "{date} $1", "date", "today"))
        .isEqualTo("{date} $1 · as of today");
  }

  @Test
  void say_unknownKey_isAnError() {
    assertThatThrownBy(() -> Texts.of(Language.ENGLISH).say("no.such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such");
  }

  @Test
  void keyOf_namesAndCodes_becomeKeys() {
    assertThat(Texts.keyOf("Can't Lose Them")).isEqualTo("cant-lose-them");
    assertThat(Texts.keyOf("DROPOUT_NOT_IDENTIFIED")).isEqualTo("dropout-not-identified");
  }

  private static Set<String> places(Properties texts, String key) {
    return PLACE
        .matcher(texts.getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Properties load(String name) {
    Properties texts = new Properties();
    try (InputStreamReader reader = new InputStreamReader(Resources.open(name), UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }
}
