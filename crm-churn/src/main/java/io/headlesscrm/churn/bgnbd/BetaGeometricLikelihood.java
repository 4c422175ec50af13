package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.fitting.PurchasingTerms;
import io.headlesscrm.churn.fitting.StayingTerms;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;

/** Minus the mean log-likelihood of BG/NBD or MBG/NBD in (ln r, ln alpha, ln a, ln b), times divided by the longest. */
final class BetaGeometricLikelihood implements Objective {

  private final PurchasingTerms purchasing;
  private final StayingTerms staying;
  private final DropoutTerms dropout;

  BetaGeometricLikelihood(PurchasingTerms purchasing, StayingTerms staying, DropoutTerms dropout) {
    this.purchasing = purchasing;
    this.staying = staying;
    this.dropout = dropout;
  }

  @Override
  public Evaluation at(double[] point) {
    double r = Math.exp(point[0]);
    double alpha = Math.exp(point[1]);
    double a = Math.exp(point[2]);
    double b = Math.exp(point[3]);
    LogLikelihoodSum sum = new LogLikelihoodSum(4);
    purchasing.addTo(sum, r, alpha);
    staying.addTo(sum, a, b);
    dropout.addTo(sum, r, alpha, a, b);
    return sum.toMeanLoss(purchasing.customers());
  }
}
