package io.headlesscrm.segmentation.abc;

import java.util.Locale;

/** Which class the customer belongs to with whom the cumulative share passes a limit. */
public enum Boundary {
  /** The lower one: a customer is in class A when the share including the customer is at most the limit. The default. */
  INCLUSIVE,
  /** The higher one: a customer is in class A when the share before the customer is below the limit. */
  CROSSING;

  /**
   * The boundary of that name.
   *
   * @param name inclusive or crossing, in any case
   * @return the boundary
   * @throws IllegalArgumentException for another name
   */
  public static Boundary parse(String name) {
    for (Boundary boundary : values()) {
      if (boundary.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return boundary;
      }
    }
    throw new IllegalArgumentException(
        "boundary is \"" + name + "\", it must be inclusive or crossing");
  }

  /** The name that {@link #parse} reads. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
