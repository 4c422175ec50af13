package io.headlesscrm.churn;

/** How tolerances of oracles are meant: relative, the denominator at least 1e-9. */
public final class Errors {

  private Errors() {}

  public static double relative(double found, double expected) {
    return Math.abs(found - expected) / Math.max(1e-9, Math.abs(expected));
  }
}
