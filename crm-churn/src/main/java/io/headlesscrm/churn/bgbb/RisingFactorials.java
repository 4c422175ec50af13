package io.headlesscrm.churn.bgbb;

/**
 * For k from 0 to a last one: ln Gamma(z + k) - ln Gamma(z) and its first two derivatives in z, by the recurrence. The
 * likelihood reads all its gamma functions from such tables.
 */
final class RisingFactorials {

  private final double[] ln;
  private final double[] slope;
  private final double[] curve;

  RisingFactorials(double z, int last) {
    ln = new double[last + 1];
    slope = new double[last + 1];
    curve = new double[last + 1];
    for (int k = 0; k < last; k++) {
      double inverse = 1 / (z + k);
      ln[k + 1] = ln[k] + Math.log(z + k);
      slope[k + 1] = slope[k] + inverse;
      curve[k + 1] = curve[k] - inverse * inverse;
    }
  }

  double ln(int k) {
    return ln[k];
  }

  double slope(int k) {
    return slope[k];
  }

  double curve(int k) {
    return curve[k];
  }
}
