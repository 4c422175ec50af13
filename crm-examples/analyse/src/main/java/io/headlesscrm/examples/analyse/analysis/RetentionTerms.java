package io.headlesscrm.examples.analyse.analysis;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.evaluation.RetentionOffer;

/**
 * The offer whose profit the report reckons.
 *
 * @param offer its cost and the value of a customer who is kept, in the currency of the data
 * @param success the part of the leavers who take it and stay, in [0, 1]
 */
public record RetentionTerms(RetentionOffer offer, double success) {

  public RetentionTerms {
    requireNonNull(offer, "offer");
    if (!(success >= 0 && success <= 1)) {
      throw new IllegalArgumentException(
          "success is " + success + ", it must be in [0, 1]. Maybe it is in percent? 0.3 is 30 %.");
    }
  }

  /**
   * The offer of the literature: a value of 200, an incentive of 10, a contact of 1, success with 30 %.
   *
   * @return the usual terms
   */
  public static RetentionTerms usual() {
    return new RetentionTerms(RetentionOffer.usual(), 0.3);
  }
}
