package io.headlesscrm.churn.internal.math;

/** The value of an objective and its exact first and second derivatives at one point. */
public final class Evaluation {

  private final double value;
  private final double[] gradient;
  private final double[][] hessian;

  /** Keeps the arrays as they are. */
  public Evaluation(double value, double[] gradient, double[][] hessian) {
    this.value = value;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /** The value. */
  public double value() {
    return value;
  }

  /** The slope in direction i. */
  public double gradient(int i) {
    return gradient[i];
  }

  /** The curvature in directions i and j. */
  public double hessian(int i, int j) {
    return hessian[i][j];
  }

  /** How many directions there are. */
  public int dimension() {
    return gradient.length;
  }

  /** The eigenvalues and eigenvectors of the Hessian. */
  public SymmetricEigen hessianEigen() {
    return SymmetricEigen.of(hessian);
  }

  /** Whether the objective is defined here, derivatives included. */
  boolean isFinite() {
    double sum = value;
    for (int i = 0; i < gradient.length; i++) {
      sum += gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        sum += hessian[i][j];
      }
    }
    return Double.isFinite(sum);
  }
}
