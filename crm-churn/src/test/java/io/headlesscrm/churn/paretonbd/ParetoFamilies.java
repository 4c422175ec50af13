package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.fitting.ProcessFamily;

/** What a fit with covariates knows of Pareto/NBD, for tests elsewhere. */
public final class ParetoFamilies {

  private ParetoFamilies() {}

  public static ProcessFamily pareto() {
    return new ParetoFamily();
  }
}
