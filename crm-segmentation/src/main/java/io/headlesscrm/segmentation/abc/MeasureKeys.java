package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.math.BigDecimal;

/** Doubles of a measure: the key is the bit pattern, turned so that keys are ordered as the doubles are. */
record MeasureKeys(Measure measure) implements ValueKeys {

  private static final int MAX_EXPONENT = 1000;

  @Override
  public long key(CustomerBase base, int row) {
    double value = base.value(measure, row);
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(measure + " of customer " + base.customer(row) + " is "
          + value + ", it must be finite. Maybe leave it out, so that it is missing?");
    }
    return Double.isNaN(value) ? MISSING : key(value);
  }

  @Override
  public long key(BigDecimal value) {
    return key(value.doubleValue());
  }

  @Override
  public BigDecimal value(long key) {
    return BigDecimal.valueOf(toDouble(key));
  }

  private static long key(double value) {
    // adding zero makes -0.0 the same as 0.0
    return turned(Double.doubleToLongBits(value + 0.0));
  }

  private static double toDouble(long key) {
    return Double.longBitsToDouble(turned(key));
  }

  /** Negative doubles have their magnitude bits the wrong way round; turning them is its own inverse. */
  private static long turned(long bits) {
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /**
   * Whole multiples of a power of ten when all values are decimals of at most nine places, so that shares of 0.8 and
   * 0.2 are what they look like; else multiples of a power of two so small that the total has 61 bits.
   */
  @Override
  public Units units(long[] keys) {
    double largest = 0;
    for (long key : keys) {
      largest = Math.max(largest, Math.abs(toDouble(key)));
    }
    int bitsOfSum =
        Math.getExponent(largest) + Integer.SIZE - Integer.numberOfLeadingZeros(keys.length);
    double scale = Math.scalb(1.0, Math.min(MAX_EXPONENT, 61 - bitsOfSum));
    for (double power = 1; power <= Math.min(1e9, scale); power *= 10) {
      if (areDecimals(keys, power)) {
        double decimalScale = power;
        return key -> Math.round(toDouble(key) * decimalScale);
      }
    }
    return key -> Math.round(toDouble(key) * scale);
  }

  private static boolean areDecimals(long[] keys, double power) {
    for (long key : keys) {
      double value = toDouble(key);
      if (Math.rint(value * power) / power != value) {
        return false;
      }
    }
    return true;
  }
}
