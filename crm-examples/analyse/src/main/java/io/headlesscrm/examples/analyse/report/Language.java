package io.headlesscrm.examples.analyse.report;

import java.util.Locale;

/** A language that the page is written in. */
public enum Language {
  /** English. */
  ENGLISH("en", "en"),
  /** Simplified Chinese. */
  CHINESE("zh", "zh-Hans");

  private final String code;
  private final String tag;

  Language(String code, String tag) {
    this.code = code;
    this.tag = tag;
  }

  /**
   * The two-letter code, as on the command line.
   *
   * @return {@code en} or {@code zh}
   */
  public String code() {
    return code;
  }

  /**
   * The language of that code.
   *
   * @param code {@code en} or {@code zh}
   * @return the language
   * @throws IllegalArgumentException for another code
   */
  public static Language parse(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("--lang is \"" + code + "\", it must be en or zh.");
  }

  /**
   * In which reasons are rendered.
   *
   * @return the locale of the code
   */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The tag of BCP 47, which makes a browser choose the right glyphs. */
  String tag() {
    return tag;
  }
}
