package io.headlesscrm.segmentation.rule;

/** How a value is compared with a bound. */
public enum Comparison {
  /** The value is the bound or more. */
  AT_LEAST(">="),
  /** The value is more than the bound. */
  ABOVE(">"),
  /** The value is the bound or less. */
  AT_MOST("<="),
  /** The value is less than the bound. */
  BELOW("<");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /**
   * The comparison of that sign.
   *
   * @param sign one of the four
   * @return the comparison
   * @throws IllegalArgumentException for another sign
   */
  public static Comparison parse(String sign) {
    for (Comparison comparison : values()) {
      if (comparison.sign.equals(sign)) {
        return comparison;
      }
    }
    throw new IllegalArgumentException(
        "comparison is \"" + sign + "\", it must be one of >=, >, <=, <");
  }

  /** The sign that {@link #parse} reads. */
  @Override
  public String toString() {
    return sign;
  }
}
