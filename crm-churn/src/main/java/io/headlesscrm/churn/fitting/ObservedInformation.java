package io.headlesscrm.churn.fitting;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.SymmetricEigen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How sharply the data determine the logarithms of the parameters: the curvature at the optimum. */
public final class ObservedInformation {

  private final List<String> names;
  private final SymmetricEigen eigen;
  private final double customers;

  private ObservedInformation(List<String> names, SymmetricEigen eigen, double customers) {
    this.names = names;
    this.eigen = eigen;
    this.customers = customers;
  }

  /** The information of so many customers about parameters of these names, in the order of the point. */
  public static ObservedInformation at(Minimum minimum, double customers, List<String> names) {
    return new ObservedInformation(names, minimum.evaluation().hessianEigen(), customers);
  }

  /** The standard deviation in the direction that is known worst; infinite where there is no curvature. */
  public double worstDeviation() {
    double smallest = eigen.value(eigen.smallest());
    return smallest > 0 ? 1 / Math.sqrt(customers * smallest) : Double.POSITIVE_INFINITY;
  }

  /** The two parameters that change most in that direction, such as "a, b". */
  public String worstParameters() {
    int worst = eigen.smallest();
    int first = largestComponent(worst, -1);
    int second = largestComponent(worst, first);
    return names.get(Math.min(first, second)) + ", " + names.get(Math.max(first, second));
  }

  private int largestComponent(int k, int except) {
    int largest = except == 0 ? 1 : 0;
    for (int i = 0; i < names.size(); i++) {
      boolean isLarger = Math.abs(eigen.component(i, k)) > Math.abs(eigen.component(largest, k));
      largest = i != except && isLarger ? i : largest;
    }
    return largest;
  }

  /** By the delta method in the parameters themselves; empty without curvature in every direction. */
  public Map<String, Double> standardErrors(Map<String, Double> parameters) {
    LogCovariance covariance = covariance();
    Map<String, Double> errors = new LinkedHashMap<>();
    for (int i = 0; covariance.isKnown() && i < names.size(); i++) {
      double deviation = Math.sqrt(covariance.value(i, i));
      errors.put(
          names.get(i), requireNonNull(parameters.get(names.get(i)), "parameter") * deviation);
    }
    return errors;
  }

  /** The inverse of the information; unknown without curvature in every direction. */
  public LogCovariance covariance() {
    if (!(eigen.value(eigen.smallest()) > 0)) {
      return LogCovariance.unknown();
    }
    double[][] covariance = new double[names.size()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        covariance[i][j] = covariance(i, j);
      }
    }
    return LogCovariance.of(names, covariance);
  }

  private double covariance(int i, int j) {
    double sum = 0;
    for (int k = 0; k < names.size(); k++) {
      sum += eigen.component(i, k) * eigen.component(j, k) / (customers * eigen.value(k));
    }
    return sum;
  }

  /** The parameters that ended on a face of the box, such as "a"; empty when none did. */
  public String parametersAtBound(Minimum minimum, Box box) {
    return IntStream.range(0, names.size())
        .filter(i -> box.isAtBound(i, minimum.point(i)))
        .mapToObj(names::get)
        .collect(Collectors.joining(", "));
  }
}
