package io.headlesscrm.churn.bgnbd;

import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.SymmetricEigen;
import java.util.LinkedHashMap;
import java.util.Map;

/** How sharply the data determine the logarithms of the four parameters: the curvature at the optimum. */
final class ObservedInformation {

  private static final String[] NAMES = {"r", "alpha", "a", "b"};

  private final SymmetricEigen eigen;
  private final double customers;

  private ObservedInformation(SymmetricEigen eigen, double customers) {
    this.eigen = eigen;
    this.customers = customers;
  }

  static ObservedInformation at(Minimum minimum, double customers) {
    return new ObservedInformation(minimum.evaluation().hessianEigen(), customers);
  }

  /** The standard deviation in the direction that is known worst; infinite where there is no curvature. */
  double worstDeviation() {
    double smallest = eigen.value(eigen.smallest());
    return smallest > 0 ? 1 / Math.sqrt(customers * smallest) : Double.POSITIVE_INFINITY;
  }

  /** The two parameters that change most in that direction, such as "a, b". */
  String worstParameters() {
    int worst = eigen.smallest();
    int first = largestComponent(worst, -1);
    int second = largestComponent(worst, first);
    return NAMES[Math.min(first, second)] + ", " + NAMES[Math.max(first, second)];
  }

  private int largestComponent(int k, int except) {
    int largest = except == 0 ? 1 : 0;
    for (int i = 0; i < NAMES.length; i++) {
      boolean isLarger = Math.abs(eigen.component(i, k)) > Math.abs(eigen.component(largest, k));
      largest = i != except && isLarger ? i : largest;
    }
    return largest;
  }

  /** By the delta method in the parameters themselves; empty without curvature in every direction. */
  Map<String, Double> standardErrors(BetaGeometricKernel kernel) {
    Map<String, Double> errors = new LinkedHashMap<>();
    if (eigen.value(eigen.smallest()) > 0) {
      double[] parameters = {kernel.r(), kernel.alpha(), kernel.a(), kernel.b()};
      for (int i = 0; i < NAMES.length; i++) {
        errors.put(NAMES[i], parameters[i] * deviation(i));
      }
    }
    return errors;
  }

  private double deviation(int i) {
    double variance = 0;
    for (int k = 0; k < NAMES.length; k++) {
      double component = eigen.component(i, k);
      variance += component * component / (customers * eigen.value(k));
    }
    return Math.sqrt(variance);
  }

  /** The parameters that ended on a face of the box, such as "a"; empty when none did. */
  static String parametersAtBound(Minimum minimum, Box box) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      if (box.isAtBound(i, minimum.point(i))) {
        names.append(names.isEmpty() ? "" : ", ").append(NAMES[i]);
      }
    }
    return names.toString();
  }
}
