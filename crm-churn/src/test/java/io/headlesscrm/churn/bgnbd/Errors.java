package io.headlesscrm.churn.bgnbd;

/** How tolerances of oracles are meant: relative, the denominator at least 1e-9. */
final class Errors {

  private Errors() {}

  static double relative(double found, double expected) {
    return Math.abs(found - expected) / Math.max(1e-9, Math.abs(expected));
  }
}
