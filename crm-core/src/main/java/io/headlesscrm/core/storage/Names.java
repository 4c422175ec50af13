package io.headlesscrm.core.storage;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Names that outlive the program: they are stored, so they are plain enough for every database. */
final class Names {

  private static final Pattern STORABLE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private Names() {}

  static String require(String name, String what) {
    if (!STORABLE.matcher(requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "the name of a " + what + " is \"" + name
              + "\", it must be 1 to 63 characters a to z, 0 to 9 and hyphen, a letter first. Maybe it has a capital?");
    }
    return name;
  }
}
