package io.headlesscrm.examples.analyse.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the page in one language: UTF-8 properties with places named {@code {like-this}}. */
final class Texts {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

  private final Properties texts;

  private Texts(Properties texts) {
    this.texts = texts;
  }

  static Texts of(Language language) {
    Properties texts = new Properties();
    String name = "report_" + language.code() + ".properties";
    try (InputStreamReader reader = new InputStreamReader(Resources.open(name), UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Texts(texts);
  }

  /** The text of a key, its places filled: names and values in turn. */
  String say(String key, String... namesAndValues) {
    String text =
        find(key).orElseThrow(() -> new IllegalArgumentException("key = " + key + " has no text"));
    return fill(text, namesAndValues);
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }

  /** A key made of a name: {@code Can't Lose Them} becomes {@code cant-lose-them}. */
  static String keyOf(String name) {
    return name.toLowerCase(Locale.ROOT).replace("'", "").replaceAll("[^a-z0-9]+", "-");
  }

  /** One pass, so that braces in a value stay what they are. */
  private static String fill(String text, String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return PLACE.matcher(text).replaceAll(place -> value(place, values));
  }

  private static String value(MatchResult place, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group()));
  }
}
