package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.fitting.LogLikelihoodSum;

/**
 * Collects what silences add to the log-likelihood at one point: ln(1 + odds of having left) - s ln(1 + T/beta) per
 * customer, with slopes and curvatures in ln r, ln alpha, ln s and ln beta.
 */
final class SilenceSums {

  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;
  private double value;
  private double slopeR;
  private double slopeAlpha;
  private double slopeS;
  private double slopeBeta;
  private double rr;
  private double rAlpha;
  private double rs;
  private double rBeta;
  private double alphaAlpha;
  private double alphaS;
  private double alphaBeta;
  private double ss;
  private double sBeta;
  private double betaBeta;

  SilenceSums(double r, double alpha, double s, double beta) {
    this.r = r;
    this.alpha = alpha;
    this.s = s;
    this.beta = beta;
  }

  double r() {
    return r;
  }

  double alpha() {
    return alpha;
  }

  double s() {
    return s;
  }

  double beta() {
    return beta;
  }

  /**
   * Adds customers with one history.
   *
   * @param weight how many
   * @param moments of the silence, see {@link SilenceMoments}; the first is 0 without a silence
   * @param lnStart the logarithm to which the moments are relative
   * @param age T
   * @param lnAlpha ln(1 + T/alpha)
   * @param lnBeta ln(1 + T/beta)
   */
  void add(
      double weight,
      double x,
      double[] moments,
      double lnStart,
      double age,
      double lnAlpha,
      double lnBeta) {
    addStaying(weight, age, lnBeta);
    if (moments[0] > 0) {
      addLeaving(weight, r + x, moments, lnStart, age, lnAlpha, lnBeta);
    }
  }

  /** Minus s ln(1 + T/beta): nobody left until T. */
  private void addStaying(double weight, double age, double lnBeta) {
    double b = age / (beta + age);
    value -= weight * s * lnBeta;
    slopeS -= weight * s * lnBeta;
    slopeBeta += weight * s * b;
    ss -= weight * s * lnBeta;
    sBeta += weight * s * b;
    betaBeta -= weight * s * b * (1 - b);
  }

  /** A kernel: ln(1 + e^w), w the log of an integral, whose derivatives are means and covariances under its integrand. */
  private void addLeaving(
      double weight,
      double shape,
      double[] m,
      double lnStart,
      double age,
      double lnAlpha,
      double lnBeta) {
    double w = Math.log(m[0] * s / beta) + lnStart + shape * lnAlpha + s * lnBeta;
    double e = Math.exp(-Math.abs(w));
    double share = 1 / (1 + e);
    double left = w > 0 ? share : e * share;
    double stayed = w > 0 ? e * share : share;
    double aT = age / (alpha + age);
    double bT = age / (beta + age);
    double leaving = s + 1;

    // Mean slopes of the integrand, then slopes of w: those and what depends on T alone.
    double per = 1 / m[0];
    double gr = -r * m[1] * per;
    double ga = shape * m[2] * per;
    double gs = -s * m[3] * per;
    double gb = leaving * m[4] * per;
    double wr = gr + r * lnAlpha;
    double wa = ga - shape * aT;
    double ws = gs + 1 + s * lnBeta;
    double wb = gb - 1 - s * bT;

    double p = weight * left;
    value += weight * (Math.max(w, 0) + Math.log1p(e));
    slopeR += p * wr;
    slopeAlpha += p * wa;
    slopeS += p * ws;
    slopeBeta += p * wb;
    rr += p * (wr + r * r * m[5] * per - gr * gr + stayed * wr * wr);
    rAlpha += p * (r * (m[2] - shape * m[6]) * per - r * aT - gr * ga + stayed * wr * wa);
    rs += p * (r * s * m[7] * per - gr * gs + stayed * wr * ws);
    rBeta += p * (-r * leaving * m[8] * per - gr * gb + stayed * wr * wb);
    alphaAlpha += p
        * (shape * (-m[2] + (1 + shape) * m[9]) * per
            + shape * aT * (1 - aT)
            - ga * ga
            + stayed * wa * wa);
    alphaS += p * (-shape * s * m[10] * per - ga * gs + stayed * wa * ws);
    alphaBeta += p * (shape * leaving * m[11] * per - ga * gb + stayed * wa * wb);
    ss += p * (ws - 1 + s * s * m[12] * per - gs * gs + stayed * ws * ws);
    sBeta += p * (s * (m[4] - leaving * m[13]) * per - s * bT - gs * gb + stayed * ws * wb);
    betaBeta += p
        * (leaving * (-m[4] + (1 + leaving) * m[14]) * per
            + s * bT * (1 - bT)
            - gb * gb
            + stayed * wb * wb);
  }

  void addTo(LogLikelihoodSum sum) {
    sum.addValue(value);
    sum.addGradient(0, slopeR);
    sum.addGradient(1, slopeAlpha);
    sum.addGradient(2, slopeS);
    sum.addGradient(3, slopeBeta);
    sum.addHessian(0, 0, rr);
    sum.addHessian(0, 1, rAlpha);
    sum.addHessian(0, 2, rs);
    sum.addHessian(0, 3, rBeta);
    sum.addHessian(1, 1, alphaAlpha);
    sum.addHessian(1, 2, alphaS);
    sum.addHessian(1, 3, alphaBeta);
    sum.addHessian(2, 2, ss);
    sum.addHessian(2, 3, sBeta);
    sum.addHessian(3, 3, betaBeta);
  }
}
