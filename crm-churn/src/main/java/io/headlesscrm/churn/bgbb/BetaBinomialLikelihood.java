package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;
import io.headlesscrm.churn.internal.math.Evaluation;
import io.headlesscrm.churn.internal.math.Objective;

/** Minus the mean log-likelihood of a model in which nobody leaves, in (ln alpha, ln beta). */
final class BetaBinomialLikelihood implements Objective {

  private final OpportunityHistogram histogram;
  private final int longest;

  BetaBinomialLikelihood(OpportunityHistogram histogram, int longest) {
    this.histogram = histogram;
    this.longest = longest;
  }

  @Override
  public Evaluation at(double[] point) {
    double alpha = Math.exp(point[0]);
    double beta = Math.exp(point[1]);
    RisingFactorials buys = new RisingFactorials(alpha, longest);
    RisingFactorials waits = new RisingFactorials(beta, longest);
    RisingFactorials chances = new RisingFactorials(alpha + beta, longest);
    LogLikelihoodSum sum = new LogLikelihoodSum(2);
    for (int row = 0; row < histogram.uniqueTriples(); row++) {
      double customers = (double) histogram.count(row);
      int x = histogram.history(row).repeatPurchases();
      int n = histogram.history(row).opportunities();
      double slopeAlpha = alpha * (buys.slope(x) - chances.slope(n));
      double slopeBeta = beta * (waits.slope(n - x) - chances.slope(n));
      double curve = chances.curve(n);
      sum.addValue(customers * (buys.ln(x) + waits.ln(n - x) - chances.ln(n)));
      sum.addGradient(0, customers * slopeAlpha);
      sum.addGradient(1, customers * slopeBeta);
      sum.addHessian(0, 0, customers * (slopeAlpha + alpha * alpha * (buys.curve(x) - curve)));
      sum.addHessian(0, 1, -customers * alpha * beta * curve);
      sum.addHessian(1, 1, customers * (slopeBeta + beta * beta * (waits.curve(n - x) - curve)));
    }
    return sum.toMeanLoss((double) histogram.customers());
  }
}
