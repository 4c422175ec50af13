package io.headlesscrm.churn.internal.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The Gauss-Legendre rule with n nodes: exact for polynomials up to the degree 2n - 1.
 *
 * <p>Source: Abramowitz &amp; Stegun (1964), 25.4.29; the nodes by Newton's method on the recurrence 22.7.10.
 */
public final class GaussLegendre {

  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(int n) {
    nodes = new double[n];
    weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      for (int step = 0; step < 10; step++) {
        x -= legendre(n, x) / derivative(n, x);
      }
      double slope = derivative(n, x);
      nodes[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
  }

  /** The rule with that many nodes. */
  public static GaussLegendre of(int n) {
    return new GaussLegendre(n);
  }

  private static double derivative(int n, double x) {
    return n * (legendre(n - 1, x) - x * legendre(n, x)) / (1 - x * x);
  }

  private static double legendre(int n, double x) {
    double before = 0;
    double value = 1;
    for (int k = 1; k <= n; k++) {
      double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
      before = value;
      value = next;
    }
    return value;
  }

  /** How many nodes. */
  public int size() {
    return nodes.length;
  }

  /** Node i of the interval from 0 to 1, ascending. */
  public double node(int i) {
    return nodes[i];
  }

  /** The weight of node i; the weights add up to 1. */
  public double weight(int i) {
    return weights[i];
  }

  /** The integral over one panel. */
  public double integrate(double from, double to, DoubleUnaryOperator f) {
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += weights[i] * f.applyAsDouble(from + nodes[i] * (to - from));
    }
    return sum * (to - from);
  }
}
