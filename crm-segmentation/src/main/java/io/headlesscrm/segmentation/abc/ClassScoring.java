package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.purchase.CustomerBase;
import java.math.BigDecimal;

/** Gives the customers of a base their classes, by comparing numbers only. */
final class ClassScoring {

  private final CustomerBase base;
  private final ValueKeys values;
  private final NegativeValues negatives;
  private final long[] worstKeys;
  private final int[] rowsAdmitted;

  ClassScoring(AbcModel model, CustomerBase base) {
    this.base = base;
    this.values = model.values();
    this.negatives = model.strategy().negatives();
    this.worstKeys = new long[model.limits().size()];
    this.rowsAdmitted = new int[worstKeys.length];
    for (int i = 0; i < worstKeys.length; i++) {
      ClassLimit limit = model.limits().get(i);
      BigDecimal worst = limit.value();
      worstKeys[i] = worst == null ? Long.MAX_VALUE : values.key(worst);
      rowsAdmitted[i] = worst == null ? 0 : rowsAdmitted(limit);
    }
  }

  /** Rows are in the order of ids: how many of them the limit admits at its very value. */
  private int rowsAdmitted(ClassLimit limit) {
    CustomerId last = limit.last();
    int low = last == null ? base.size() : 0;
    int high = base.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (limit.admits(base.customer(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the class, or the one after the last class when the value is missing. */
  int classOf(int row) {
    long raw = values.key(base, row);
    if (raw == ValueKeys.MISSING) {
      return worstKeys.length + 1;
    }
    if (negatives.refuses(raw)) {
      throw ValueColumn.refused(base.customer(row), values.value(raw));
    }
    long key = negatives.apply(raw);
    int index = 0;
    while (index < worstKeys.length
        && (key < worstKeys[index] || (key == worstKeys[index] && row >= rowsAdmitted[index]))) {
      index++;
    }
    return index;
  }
}
