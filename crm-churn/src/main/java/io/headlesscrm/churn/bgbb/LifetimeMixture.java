package io.headlesscrm.churn.bgbb;

import io.headlesscrm.churn.bgbb.BgBbLikelihood.Tables;
import io.headlesscrm.churn.fitting.LogLikelihoodSum;

/**
 * The log-likelihood of one history with its derivatives: the logarithm of a sum over when the customer may have left,
 * after the last purchase or not yet. Each term is a product of gamma functions, weighed here by its share of the sum.
 */
final class LifetimeMixture {

  private static final int PARAMETERS = 4;

  private final Tables tables;
  private final double[] mean = new double[PARAMETERS];
  private final double[][] second = new double[PARAMETERS][PARAMETERS];
  private final double[] slopes = new double[PARAMETERS];

  LifetimeMixture(Tables tables) {
    this.tables = tables;
  }

  void addTo(LogLikelihoodSum sum, double customers, OpportunityHistory history) {
    int x = history.repeatPurchases();
    int n = history.opportunities();
    double stillThere = ln(x, n, n);
    double largest = stillThere;
    if (history.lastPurchase() < n) {
      largest = Math.max(largest, lnLeft(x, history.lastPurchase()));
    }
    double total = Math.exp(stillThere - largest);
    for (int m = history.lastPurchase(); m < n; m++) {
      total += Math.exp(lnLeft(x, m) - largest);
    }
    clear();
    addTerm(Math.exp(stillThere - largest) / total, x, n, n, 0);
    for (int m = history.lastPurchase(); m < n; m++) {
      addTerm(Math.exp(lnLeft(x, m) - largest) / total, x, m, m + 1, 1);
    }
    addRow(sum, customers, largest + Math.log(total));
  }

  /** Left at the start of the opportunity after m. */
  private double lnLeft(int x, int m) {
    return ln(x, m, m + 1) + Math.log(tables.gamma());
  }

  private double ln(int x, int m, int decisions) {
    return tables.buys().ln(x)
        + tables.waits().ln(m - x)
        - tables.chances().ln(m)
        + tables.stays().ln(m)
        - tables.lives().ln(decisions);
  }

  private void clear() {
    for (int i = 0; i < PARAMETERS; i++) {
      mean[i] = 0;
      for (int j = i; j < PARAMETERS; j++) {
        second[i][j] = 0;
      }
    }
  }

  /** A customer who stayed through m opportunities of so many decisions, having left at the last one or not. */
  private void addTerm(double p, int x, int m, int decisions, int left) {
    double alpha = tables.alpha();
    double beta = tables.beta();
    double gamma = tables.gamma();
    double delta = tables.delta();
    double slopeGamma = -gamma * tables.lives().slope(decisions);
    slopes[0] = alpha * (tables.buys().slope(x) - tables.chances().slope(m));
    slopes[1] = beta * (tables.waits().slope(m - x) - tables.chances().slope(m));
    slopes[2] = left + slopeGamma;
    slopes[3] = delta * (tables.stays().slope(m) - tables.lives().slope(decisions));
    for (int i = 0; i < PARAMETERS; i++) {
      mean[i] += p * slopes[i];
      for (int j = i; j < PARAMETERS; j++) {
        second[i][j] += p * slopes[i] * slopes[j];
      }
    }
    double chances = tables.chances().curve(m);
    double lives = tables.lives().curve(decisions);
    second[0][0] += p * (slopes[0] + alpha * alpha * (tables.buys().curve(x) - chances));
    second[0][1] -= p * alpha * beta * chances;
    second[1][1] += p * (slopes[1] + beta * beta * (tables.waits().curve(m - x) - chances));
    second[2][2] += p * (slopeGamma - gamma * gamma * lives);
    second[2][3] -= p * gamma * delta * lives;
    second[3][3] += p * (slopes[3] + delta * delta * (tables.stays().curve(m) - lives));
  }

  private void addRow(LogLikelihoodSum sum, double customers, double value) {
    sum.addValue(customers * value);
    for (int i = 0; i < PARAMETERS; i++) {
      sum.addGradient(i, customers * mean[i]);
      for (int j = i; j < PARAMETERS; j++) {
        sum.addHessian(i, j, customers * (second[i][j] - mean[i] * mean[j]));
      }
    }
  }
}
