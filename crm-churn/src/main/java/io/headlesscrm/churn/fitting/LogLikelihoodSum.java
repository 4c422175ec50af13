package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.internal.math.Evaluation;

/** A log-likelihood with its derivatives in the logarithms of the parameters, collected term by term. */
public final class LogLikelihoodSum {

  private double value;
  private final double[] gradient;
  private final double[][] hessian;

  public LogLikelihoodSum(int parameters) {
    gradient = new double[parameters];
    hessian = new double[parameters][parameters];
  }

  public void addValue(double term) {
    value += term;
  }

  public void addGradient(int i, double term) {
    gradient[i] += term;
  }

  /** Adds to the upper triangle, {@code i <= j}. */
  public void addHessian(int i, int j, double term) {
    hessian[i][j] += term;
  }

  /** Adds what was collected elsewhere. */
  public void add(LogLikelihoodSum other) {
    value += other.value;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += other.gradient[i];
      for (int j = i; j < gradient.length; j++) {
        hessian[i][j] += other.hessian[i][j];
      }
    }
  }

  /** Minus the mean per customer: what is minimised, of order one whatever the number of customers. */
  public Evaluation toMeanLoss(double customers) {
    int n = gradient.length;
    double[] slope = new double[n];
    double[][] curve = new double[n][n];
    for (int i = 0; i < n; i++) {
      slope[i] = -gradient[i] / customers;
      for (int j = i; j < n; j++) {
        curve[i][j] = -hessian[i][j] / customers;
        curve[j][i] = curve[i][j];
      }
    }
    return new Evaluation(-value / customers, slope, curve);
  }
}
