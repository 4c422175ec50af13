package io.headlesscrm.core.purchase;

import static java.util.Objects.requireNonNull;

/**
 * A column of a {@link CustomerBase}: what is measured, and in which unit. The base has those named here; a host adds
 * its own (margin, cost to serve, satisfaction). Two measures are the same when name and unit are.
 *
 * @param name such as {@code margin}; not blank
 * @param unit such as {@code EUR}, {@code days} or {@code points}; may be empty
 */
public record Measure(String name, String unit) {

  /** Days from the last purchase to the date of the base, at least 1. */
  public static final Measure RECENCY_DAYS = of("recency", "days");

  /** The number of purchases. */
  public static final Measure FREQUENCY = of("frequency", "purchases");

  /** The amount in major units under the base's policy, correctly rounded from the exact one. */
  public static final Measure MONETARY = of("monetary", "currency");

  /** The number of distinct purchase days. */
  public static final Measure PURCHASE_DAYS = of("purchase-days", "days");

  /** Days from the first purchase to the last day that counts, at least 0. */
  public static final Measure AGE_DAYS = of("age", "days");

  public Measure {
    requireNonNull(name, "name");
    requireNonNull(unit, "unit");
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a measure must not be blank");
    }
  }

  /**
   * The measure of that name and unit.
   *
   * @param name not blank
   * @param unit may be empty
   * @return the measure
   */
  public static Measure of(String name, String unit) {
    return new Measure(name, unit);
  }

  /**
   * Whether there are only whole numbers of it by nature: the purchases and days that the base counts itself.
   *
   * @return false for amounts and for all that a host adds
   */
  public boolean isCounted() {
    return equals(RECENCY_DAYS) || equals(FREQUENCY) || equals(PURCHASE_DAYS) || equals(AGE_DAYS);
  }

  /** Such as {@code margin (EUR)}. */
  @Override
  public String toString() {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }
}
