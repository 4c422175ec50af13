package io.headlesscrm.core.purchase.csv;

/** Adds up amounts without signs, to be sure that no sum of some of them overflows. */
final class AmountCeiling {

  private long total;
  private boolean exceeded;

  /** Adds an amount within {@link LineMoney#LIMIT}. */
  void add(long minorUnits) {
    total += Math.abs(minorUnits);
    exceeded |= total < 0;
  }

  void addAll(AmountCeiling other) {
    total += other.total;
    exceeded |= other.exceeded || total < 0;
  }

  boolean isExceeded() {
    return exceeded;
  }
}
