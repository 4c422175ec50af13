package io.headlesscrm.churn.bgnbd;

import java.util.function.DoubleUnaryOperator;

/**
 * Discounted purchases of a living customer straight from their definition, without any closed form: the purchase
 * density integrated over time and over the leaving probability by double exponential quadrature.
 *
 * <p>Source: Takahasi &amp; Mori (1974), Double exponential formulas for numerical integration, Publ. RIMS 9.
 */
final class DirectIntegration {

  private static final double STEP = 1.0 / 32;

  private DirectIntegration() {}

  static double residual(BetaGeometricKernel kernel, double x, double age, double rate) {
    double shape = kernel.r() + x;
    double scaledRate = rate * (kernel.alpha() + age);
    double a = kernel.a();
    double b = kernel.b() + x + kernel.m();
    double weights = 0;
    double values = 0;
    double top = a * Math.log(a / (a + b)) + b * Math.log(b / (a + b));
    // A narrow peak needs a finer grid.
    double step = STEP / (1 + Math.sqrt(a * b / (a + b)) / 4);
    for (double u = -6.5; u <= 6.5; u += step) {
      double half = Math.PI / 2 * Math.sinh(u);
      double p = 1 / (1 + Math.exp(-2 * half));
      double lnP =
          half < 0 ? 2 * half - Math.log1p(Math.exp(2 * half)) : -Math.log1p(Math.exp(-2 * half));
      double lnQ =
          half > 0 ? -2 * half - Math.log1p(Math.exp(-2 * half)) : -Math.log1p(Math.exp(2 * half));
      double weight = Math.exp(a * lnP + b * lnQ - top) * Math.cosh(u);
      if (weight > 0) {
        weights += weight;
        values += weight * overTime(p, shape, scaledRate);
      }
    }
    return values / weights;
  }

  /** The integral of e^(-Y s) k (1 + p s)^(-k-1), s from 0 on. */
  private static double overTime(double p, double shape, double scaledRate) {
    double scale = 1 / (scaledRate + p * (shape + 1));
    DoubleUnaryOperator density =
        s -> Math.exp(-scaledRate * s - (shape + 1) * Math.log1p(p * s)) * shape;
    double sum = 0;
    for (double u = -4.6; u <= 4.6; u += STEP) {
      double s = scale * Math.exp(Math.PI / 2 * Math.sinh(u));
      sum += density.applyAsDouble(s) * s * Math.PI / 2 * Math.cosh(u);
    }
    return sum * STEP;
  }
}
