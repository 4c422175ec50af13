package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.internal.CommonUnit;
import java.math.BigDecimal;

/** Doubles of a measure: the key is the bit pattern, turned so that keys are ordered as the doubles are. */
record MeasureKeys(Measure measure) implements ValueKeys {

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

  @Override
  public Units units(long[] keys) {
    double scale = CommonUnit.scale(index -> toDouble(keys[index]), keys.length);
    return key -> Math.round(toDouble(key) * scale);
  }
}
