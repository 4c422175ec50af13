package io.headlesscrm.churn.paretonbd;

import io.headlesscrm.churn.internal.math.GaussLegendre;

/**
 * Integrals over a silence of h(v) = (1 + v/alpha)^-(r + x) (1 + v/beta)^-(s + 1), the weight of having left at v, and
 * of h times the slopes of its logarithm, from which all derivatives of the likelihood follow: A = ln(1 + v/alpha), a =
 * v/(alpha + v), B and b the same with beta, and their ten products.
 *
 * <p>All are relative to h where the silence starts, which itself may be too small or too large for a double. A kernel:
 * Gauss-Legendre with as few nodes as the width of a panel allows, against the distance to the nearer pole and the fall
 * of h: each is then off by less than 1e-14 of the panel.
 */
final class SilenceMoments {

  /** The integral of h itself, four moments, ten products of two. */
  static final int SIZE = 15;

  private static final GaussLegendre SHORT = GaussLegendre.of(4);
  private static final GaussLegendre MEDIUM = GaussLegendre.of(6);
  private static final GaussLegendre LONG = GaussLegendre.of(12);
  private static final double NEGLIGIBLE = 1e-18;

  private final double shape;
  private final double alpha;
  private final double leaving;
  private final double beta;

  /** @param shape r + x, with the parameters in the unit of the times */
  SilenceMoments(double shape, double alpha, double s, double beta) {
    this.shape = shape;
    this.alpha = alpha;
    this.leaving = s + 1;
    this.beta = beta;
  }

  /** ln h(v). */
  double lnWeight(double v) {
    return -shape * Math.log1p(v / alpha) - leaving * Math.log1p(v / beta);
  }

  /** Adds the integrals from start to end to the sums, relative to h(start), where ln h is given. */
  void addTo(double[] sums, int offset, double start, double lnStart, double end) {
    double from = start;
    while (from < end) {
      double pole = Math.min(alpha, beta) + from;
      double fall = shape / (alpha + from) + leaving / (beta + from);
      double width = Math.min(end - from, Math.min(pole, 6 / fall));
      GaussLegendre rule = rule(width / pole, width * fall);
      for (int i = 0; i < rule.size(); i++) {
        addNode(sums, offset, from + rule.node(i) * width, rule.weight(i) * width, lnStart);
      }
      from = width < end - from ? from + width : end;
      double left = from < end ? Math.exp(lnWeight(from) - lnStart) * (end - from) : 0;
      if (left <= NEGLIGIBLE * sums[offset]) {
        return;
      }
    }
  }

  private static GaussLegendre rule(double partOfPole, double fall) {
    if (partOfPole <= 0.03 && fall <= 0.15) {
      return SHORT;
    }
    return partOfPole <= 0.1 && fall <= 1 ? MEDIUM : LONG;
  }

  private void addNode(double[] sums, int offset, double v, double weight, double lnStart) {
    double lnAlpha = Math.log1p(v / alpha);
    double lnBeta = Math.log1p(v / beta);
    double h = weight * Math.exp(-shape * lnAlpha - leaving * lnBeta - lnStart);
    double a = v / (alpha + v);
    double b = v / (beta + v);
    double hLnAlpha = h * lnAlpha;
    double ha = h * a;
    double hLnBeta = h * lnBeta;
    double hb = h * b;
    sums[offset] += h;
    sums[offset + 1] += hLnAlpha;
    sums[offset + 2] += ha;
    sums[offset + 3] += hLnBeta;
    sums[offset + 4] += hb;
    sums[offset + 5] += hLnAlpha * lnAlpha;
    sums[offset + 6] += hLnAlpha * a;
    sums[offset + 7] += hLnAlpha * lnBeta;
    sums[offset + 8] += hLnAlpha * b;
    sums[offset + 9] += ha * a;
    sums[offset + 10] += ha * lnBeta;
    sums[offset + 11] += ha * b;
    sums[offset + 12] += hLnBeta * lnBeta;
    sums[offset + 13] += hLnBeta * b;
    sums[offset + 14] += hb * b;
  }
}
