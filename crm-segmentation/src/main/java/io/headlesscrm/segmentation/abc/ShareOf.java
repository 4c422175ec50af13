package io.headlesscrm.segmentation.abc;

import java.util.Locale;

/** What the limits of the classes are shares of. */
public enum ShareOf {
  /** The value: class A is those who bring the first 80 %. The default. */
  VALUE,
  /** The customers: class A is the best 5 % of them. */
  CUSTOMERS;

  /**
   * The kind of share of that name.
   *
   * @param name value or customers, in any case
   * @return the kind of share
   * @throws IllegalArgumentException for another name
   */
  public static ShareOf parse(String name) {
    for (ShareOf shareOf : values()) {
      if (shareOf.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return shareOf;
      }
    }
    throw new IllegalArgumentException(
        "share of is \"" + name + "\", it must be value or customers");
  }

  /** The name that {@link #parse} reads. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
