package io.headlesscrm.core.customer;

import static java.util.Objects.requireNonNull;

/** Texts that must say something. The message never quotes a text, which may be personal. */
final class Texts {

  private Texts() {}

  static String requireNotBlank(String text, String name) {
    if (requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank, it must not be. Maybe leave it out where it is not known?");
    }
    return text;
  }
}
