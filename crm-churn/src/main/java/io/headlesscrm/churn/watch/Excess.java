package io.headlesscrm.churn.watch;

/**
 * A sum over customers beside the distribution that the model gives it.
 *
 * @param sign what is summed
 * @param customers over how many
 * @param observed the sum
 * @param expected its mean
 * @param chance its variance by what each customer happens to do, at least 0
 * @param ofFit the variance of the mean, because the parameters are uncertain; infinite when nobody knows how much
 */
record Excess(
    Finding.Sign sign,
    int customers,
    double observed,
    double expected,
    double chance,
    double ofFit) {

  /**
   * What a reference period deviated by, per customer, is expected again; its chance adds to that of this period. The
   * error of the parameters moves both by the same and drops out.
   */
  Excess after(Excess reference) {
    double scale = (double) customers / reference.customers;
    return new Excess(
        sign,
        customers,
        observed,
        expected + scale * (reference.observed - reference.expected),
        chance + scale * scale * reference.chance,
        0);
  }

  /** 0 where nothing can be told. */
  double deviations() {
    double variance = chance + ofFit;
    return variance > 0 ? (observed - expected) / Math.sqrt(variance) : 0;
  }

  /** Sums that mean something as they are, and means where only these do. */
  double shown(double sum) {
    return switch (sign) {
      case PURCHASES, SILENT_CUSTOMERS -> sum;
      case LIKELIHOOD, LOG_LOSS -> sum / Math.max(1, customers);
    };
  }
}
