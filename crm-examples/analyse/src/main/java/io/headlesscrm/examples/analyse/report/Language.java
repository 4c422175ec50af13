package io.headlesscrm.examples.analyse.report;

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

  /** The tag of BCP 47, which makes a browser choose the right glyphs. */
  String tag() {
    return tag;
  }
}
