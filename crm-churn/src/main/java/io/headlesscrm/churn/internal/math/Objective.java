package io.headlesscrm.churn.internal.math;

/** A twice differentiable function to minimise. */
@FunctionalInterface
public interface Objective {

  /** Value, gradient and Hessian at the point; they may be infinite or NaN where it is undefined. */
  Evaluation at(double[] point);
}
