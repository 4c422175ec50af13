package io.headlesscrm.core.id;

/** The one order of texts in this library: by Unicode code points, which is the order of the UTF-8 bytes. */
public final class TextOrder {

  private TextOrder() {}

  /**
   * Compares by code points. {@link String#compareTo} compares UTF-16 units, which puts supplementary characters
   * before U+E000 to U+FFFF, unlike the UTF-8 bytes that the purchase log and databases sort by.
   *
   * @param a one text
   * @param b another text
   * @return below, at or above 0 as a comes before, is equal to or comes after b
   */
  public static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? x - y
            : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }
}
