package io.headlesscrm.core.id;

import static java.util.Objects.requireNonNull;

/** What every identifier has in common. */
final class Ids {

  private Ids() {}

  static void requireText(String value, String what) {
    requireNonNull(value, what);
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is \"" + value
          + "\", it must not be blank. Maybe a row without a customer or number was not left out?");
    }
  }

  /**
   * Compares by code points. {@link String#compareTo} compares UTF-16 units, which puts supplementary characters
   * before U+E000 to U+FFFF, unlike the UTF-8 bytes that the purchase log sorts by.
   */
  static int compare(String a, String b) {
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
