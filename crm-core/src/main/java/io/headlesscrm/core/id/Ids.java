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
}
