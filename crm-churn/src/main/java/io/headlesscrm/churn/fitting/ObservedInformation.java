package io.headlesscrm.churn.fitting;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.LogCovariance;
import io.headlesscrm.churn.internal.math.Box;
import io.headlesscrm.churn.internal.math.NewtonMinimiser.Minimum;
import io.headlesscrm.churn.internal.math.SymmetricEigen;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How sharply the data determine the logarithms of the parameters: the curvature at the optimum. */
public final class ObservedInformation {

  private final List<String> names;
  private final Minimum minimum;
  private final SymmetricEigen eigen;
  private final double customers;
  private final int[] free;

  private ObservedInformation(List<String> names, Minimum minimum, double customers, int[] free) {
    this.names = names;
    this.minimum = minimum;
    this.eigen = minimum.evaluation().hessianEigen();
    this.customers = customers;
    this.free = free;
  }

  /** The information of so many customers about parameters of these names, in the order of the point. */
  public static ObservedInformation at(Minimum minimum, double customers, List<String> names) {
    return at(minimum, customers, names, IntStream.range(0, names.size()));
  }

  /** The same where the minimum may lie on faces of a box: parameters there are taken as known. */
  public static ObservedInformation at(
      Minimum minimum, double customers, List<String> names, Box box) {
    return at(
        minimum,
        customers,
        names,
        IntStream.range(0, names.size()).filter(i -> !box.isAtBound(i, minimum.point(i))));
  }

  private static ObservedInformation at(
      Minimum minimum, double customers, List<String> names, IntStream free) {
    return new ObservedInformation(names, minimum, customers, free.toArray());
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

  /** By the delta method in the parameters that are free; empty without curvature in every direction of theirs. */
  public Map<String, Double> standardErrors(Map<String, Double> parameters) {
    LogCovariance covariance = covariance();
    Map<String, Double> errors = new LinkedHashMap<>();
    for (int i = 0; i < covariance.names().size(); i++) {
      String name = covariance.names().get(i);
      double deviation = Math.sqrt(covariance.value(i, i));
      errors.put(name, requireNonNull(parameters.get(name), "parameter") * deviation);
    }
    return errors;
  }

  /** The inverse of the information about the free parameters; unknown without curvature in every direction. */
  public LogCovariance covariance() {
    int n = free.length;
    SymmetricEigen ofFree = SymmetricEigen.of(freeHessian());
    if (n == 0 || !(ofFree.value(ofFree.smallest()) > 0)) {
      return LogCovariance.unknown();
    }
    double[][] covariance = new double[n][n];
    for (int k = 0; k < n; k++) {
      double variance = 1 / (customers * ofFree.value(k));
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance[i][j] += ofFree.component(i, k) * ofFree.component(j, k) * variance;
        }
      }
    }
    return LogCovariance.of(Arrays.stream(free).mapToObj(names::get).toList(), covariance);
  }

  private double[][] freeHessian() {
    double[][] hessian = new double[free.length][free.length];
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j < free.length; j++) {
        hessian[i][j] = minimum.evaluation().hessian(free[i], free[j]);
      }
    }
    return hessian;
  }

  /** The parameters that ended on a face of the box, such as "a"; empty when none did. */
  public String parametersAtBound(Minimum minimum, Box box) {
    return IntStream.range(0, names.size())
        .filter(i -> box.isAtBound(i, minimum.point(i)))
        .mapToObj(names::get)
        .collect(Collectors.joining(", "));
  }
}
