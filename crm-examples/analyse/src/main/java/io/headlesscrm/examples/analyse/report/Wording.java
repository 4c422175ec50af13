package io.headlesscrm.examples.analyse.report;

import java.util.Arrays;

/**
 * What the sections speak with: the texts of a language, and its figures.
 *
 * @param texts sentences and labels
 * @param figures numbers, amounts and dates
 */
record Wording(Texts texts, Figures figures) {

  static Wording of(Language language, String currency) {
    return new Wording(Texts.of(language), new Figures(language, currency));
  }

  String say(String key, String... namesAndValues) {
    return texts.say(key, namesAndValues);
  }

  /** A text with a {@code {count}}, which has a form for exactly one under the key with .one. */
  String sayCount(String key, long count, String... namesAndValues) {
    String[] all = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
    all[namesAndValues.length] = "count";
    all[namesAndValues.length + 1] = figures.count(count);
    return texts.say(count == 1 ? key + ".one" : key, all);
  }

  /** A segment's name in the language of the page, or as it is given. */
  String segment(String name) {
    return texts.find("segment." + Texts.keyOf(name)).orElse(name);
  }

  /** What to do with a segment, empty for an unknown one. */
  String advice(String name) {
    return texts.find("segment." + Texts.keyOf(name) + ".advice").orElse("");
  }
}
