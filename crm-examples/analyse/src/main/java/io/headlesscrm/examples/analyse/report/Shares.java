package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;

/** Parts of a whole, zero where there is no whole. */
final class Shares {
  private Shares() {}

  static double of(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0 ? 0 : part.doubleValue() / whole.doubleValue();
  }

  static double of(long part, long whole) {
    return of((double) part, (double) whole);
  }

  static double of(double part, double whole) {
    return whole <= 0 ? 0 : part / whole;
  }
}
