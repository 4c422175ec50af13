package io.headlesscrm.examples.analyse.report;

/** The beginning of a text that somebody else wrote, short enough for a page. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  static String of(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
  }
}
