package io.headlesscrm.churn;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the errors of fitted parameters go together: the covariance matrix of their natural logarithms, in which
 * parameters that must be above 0 are nearest to normal. Immutable.
 */
public final class LogCovariance {

  private static final LogCovariance UNKNOWN = new LogCovariance(List.of(), new double[0][]);

  private final List<String> names;
  private final double[][] matrix;

  private LogCovariance(List<String> names, double[][] matrix) {
    this.names = names;
    this.matrix = matrix;
  }

  /**
   * The covariance of an optimum without curvature in every direction, where it has none.
   *
   * @return without parameters
   */
  public static LogCovariance unknown() {
    return UNKNOWN;
  }

  /**
   * A known covariance.
   *
   * @param names the parameters, in the order of the rows
   * @param matrix symmetric, one row per parameter; copied
   * @return the covariance
   * @throws IllegalArgumentException when the matrix is not square or has a row too few or too many
   */
  public static LogCovariance of(List<String> names, double[][] matrix) {
    int size = names.size();
    if (matrix.length != size || Arrays.stream(matrix).anyMatch(row -> row.length != size)) {
      throw new IllegalArgumentException(
          "the matrix has " + matrix.length + " rows, it must have " + size + " rows and columns");
    }
    return new LogCovariance(
        List.copyOf(names), Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new));
  }

  /**
   * Whether the data determine every parameter.
   *
   * @return false for {@link #unknown()}
   */
  public boolean isKnown() {
    return !names.isEmpty();
  }

  /**
   * The parameters.
   *
   * @return in the order of the rows
   */
  public List<String> names() {
    return names;
  }

  /**
   * One covariance.
   *
   * @param i a row, from 0
   * @param j a column, from 0
   * @return of the logarithms of the parameters i and j
   */
  public double value(int i, int j) {
    return matrix[i][j];
  }

  /**
   * The variance of a quantity by the delta method.
   *
   * @param gradient of the quantity, one slope in the logarithm of each parameter
   * @return at least 0, in the square of the quantity's unit; infinite when the covariance is unknown
   */
  public double variance(double[] gradient) {
    if (!isKnown()) {
      return Double.POSITIVE_INFINITY;
    }
    double variance = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        variance += gradient[i] * matrix[i][j] * gradient[j];
      }
    }
    return Math.max(0, variance);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LogCovariance that
        && names.equals(that.names)
        && Arrays.deepEquals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.deepHashCode(matrix);
  }

  /** Such as {@code [r, alpha, a, b] [[0.0027, ...], ...]}. */
  @Override
  public String toString() {
    return isKnown() ? names + " " + Arrays.deepToString(matrix) : "unknown";
  }
}
