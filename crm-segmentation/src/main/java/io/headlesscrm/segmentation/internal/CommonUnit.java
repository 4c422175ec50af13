package io.headlesscrm.segmentation.internal;

import java.util.function.IntToDoubleFunction;

/**
 * A unit of which doubles are whole multiples, so that their sums and shares are exact: a power of ten when all values
 * are decimals of at most nine places, so that shares of 0.8 and 0.2 are what they look like; else a power of two so
 * small that the total has 61 bits.
 */
public final class CommonUnit {

  private static final int MAX_EXPONENT = 1000;

  private CommonUnit() {}

  /**
   * How many units one is.
   *
   * @param values by index, finite
   * @param count how many there are
   * @return a scale by which every value times it, rounded, counts; the sum of all fits a long
   */
  public static double scale(IntToDoubleFunction values, int count) {
    double largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(values.applyAsDouble(i)));
    }
    int bitsOfSum = Math.getExponent(largest) + Integer.SIZE - Integer.numberOfLeadingZeros(count);
    double scale = Math.scalb(1.0, Math.min(MAX_EXPONENT, 61 - bitsOfSum));
    for (double power = 1; power <= Math.min(1e9, scale); power *= 10) {
      if (areDecimals(values, count, power)) {
        return power;
      }
    }
    return scale;
  }

  private static boolean areDecimals(IntToDoubleFunction values, int count, double power) {
    for (int i = 0; i < count; i++) {
      double value = values.applyAsDouble(i);
      if (Math.rint(value * power) / power != value) {
        return false;
      }
    }
    return true;
  }
}
