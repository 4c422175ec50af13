package io.headlesscrm.segmentation.rfm;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.Locale;

/** What is scored. A score is the higher the better on every axis: a recency of few days scores high. */
public enum Axis {
  /** Days from the last purchase to the date of the base; the fewer the better. */
  RECENCY("R"),
  /** The number of purchases; the more the better. */
  FREQUENCY("F"),
  /** The amount in minor units; the more the better. */
  MONETARY("M");

  private final String letter;

  Axis(String letter) {
    this.letter = letter;
  }

  /**
   * The letter of RFM.
   *
   * @return R, F or M
   */
  public String letter() {
    return letter;
  }

  /**
   * The value of a customer on this axis.
   *
   * @param base the customers
   * @param row of the customer
   * @return days, purchases or minor units
   */
  public long value(CustomerBase base, int row) {
    return switch (this) {
      case RECENCY -> base.recencyDays(row);
      case FREQUENCY -> base.purchases(row);
      case MONETARY -> base.spendMinor(row);
    };
  }

  /** A value as a number that is the higher the better; its own inverse. */
  long toKey(long value) {
    return this == RECENCY ? -value : value;
  }

  /** The keys of all rows. */
  long[] keys(CustomerBase base) {
    long[] keys = new long[base.size()];
    copyKeys(base, 0, keys, keys.length);
    return keys;
  }

  /** Copies the keys of some rows. One loop for each axis, so that none has to choose a million times. */
  void copyKeys(CustomerBase base, int firstRow, long[] keys, int count) {
    switch (this) {
      case RECENCY -> {
        for (int i = 0; i < count; i++) {
          keys[i] = -base.recencyDays(firstRow + i);
        }
      }
      case FREQUENCY -> {
        for (int i = 0; i < count; i++) {
          keys[i] = base.purchases(firstRow + i);
        }
      }
      case MONETARY -> {
        for (int i = 0; i < count; i++) {
          keys[i] = base.spendMinor(firstRow + i);
        }
      }
    }
  }

  /**
   * The axis of that name.
   *
   * @param name recency, frequency or monetary, in any case
   * @return the axis
   * @throws IllegalArgumentException for another name
   */
  public static Axis parse(String name) {
    for (Axis axis : values()) {
      if (axis.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return axis;
      }
    }
    throw new IllegalArgumentException(
        "axis is \"" + name + "\", it must be recency, frequency or monetary");
  }

  /** The name that {@link #parse} reads, such as {@code recency}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
