package io.headlesscrm.churn.propensity;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * How a model of the same kind, learnt until an earlier date, did on the days that followed, beside the base rate that was
 * known then.
 *
 * @param from the first day that it did not know
 * @param days how many days from there were predicted, at least 1
 * @param customers how many were predicted
 * @param buyers how many of them bought the item
 * @param auc the probability that a buyer was ranked above another customer, in [0, 1]; .5 for the base rate
 * @param brier mean squared error of the probabilities, in [0, 1], the lower the better
 * @param baseRateBrier that of the base rate
 * @param logLoss minus the mean log-likelihood, at least 0, the lower the better
 * @param baseRateLogLoss that of the base rate
 */
public record ForwardCheck(
    LocalDate from,
    int days,
    int customers,
    int buyers,
    double auc,
    double brier,
    double baseRateBrier,
    double logLoss,
    double baseRateLogLoss) {

  public ForwardCheck {
    requireNonNull(from, "from");
  }

  /**
   * Whether it would have been worth using.
   *
   * @return true when Brier score and log-loss were both below those of the base rate
   */
  public boolean isBetterThanBaseRate() {
    return brier < baseRateBrier && logLoss < baseRateLogLoss;
  }
}
