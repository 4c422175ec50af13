package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.math.BigDecimal;
import java.util.Currency;

/** Values as long keys that are ordered and signed as the values are, so that money stays exact. */
interface ValueKeys {

  /** Stands for a value that is not known; no value has this key. */
  long MISSING = Long.MIN_VALUE;

  long key(CustomerBase base, int row);

  long key(BigDecimal value);

  BigDecimal value(long key);

  /** How keys become whole numbers that can be added. */
  Units units(long[] keys);

  static ValueKeys of(Measure measure, Currency currency) {
    return measure.equals(Measure.MONETARY) ? new MoneyKeys(currency) : new MeasureKeys(measure);
  }
}
