package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.fitting.ProcessFamily;

/** What a fit with covariates knows of BG/NBD and MBG/NBD, for tests elsewhere. */
public final class BetaGeometricFamilies {

  private BetaGeometricFamilies() {}

  public static ProcessFamily of(int m) {
    return new BetaGeometricFamily(m);
  }
}
