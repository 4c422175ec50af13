package io.headlesscrm.churn.supervised;

import io.headlesscrm.churn.internal.math.PenalisedRegression;
import io.headlesscrm.churn.internal.math.PenalisedRegression.Kind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum of columns times coefficients: the logit of buying, or the logarithm of a count. Each column counts from its mean
 * in the training rows, so that a column's part of the sum says how the customer differs from the mean one. Immutable.
 */
public final class LinearPredictor {

  private final List<String> names;
  private final double intercept;
  private final double[] means;
  private final double[] coefficients;
  private final double[] errors;

  private LinearPredictor(
      List<String> names,
      double intercept,
      double[] means,
      double[] coefficients,
      double[] errors) {
    this.names = List.copyOf(names);
    this.intercept = intercept;
    this.means = means;
    this.coefficients = coefficients;
    this.errors = errors;
  }

  /**
   * A known predictor.
   *
   * @param names of the columns
   * @param intercept the value for a customer with the mean in every column
   * @param means one per column
   * @param coefficients one per column, per unit of the column
   * @param errors standard errors of the coefficients, one per column, at least 0
   * @return the predictor
   * @throws IllegalArgumentException when the numbers differ
   */
  public static LinearPredictor of(
      List<String> names,
      double intercept,
      double[] means,
      double[] coefficients,
      double[] errors) {
    int size = names.size();
    if (means.length != size || coefficients.length != size || errors.length != size) {
      throw new IllegalArgumentException("there are " + size + " names, " + means.length
          + " means, " + coefficients.length + " coefficients and " + errors.length
          + " errors, there must be as many of each");
    }
    return new LinearPredictor(
        names, intercept, means.clone(), coefficients.clone(), errors.clone());
  }

  /** Learns the logit of a purchase within the window. */
  static LinearPredictor logistic(
      List<String> names, double[][] rows, TrainingRows training, double[] penalties) {
    return logistic(names, rows, training.active(), training.weights(), penalties);
  }

  /** Learns the logit of an outcome of 1. */
  static LinearPredictor logistic(
      List<String> names,
      double[][] rows,
      double[] outcomes,
      double[] weights,
      double[] penalties) {
    return fit(Kind.LOGISTIC, names, rows, outcomes, weights, null, penalties);
  }

  /** Learns the logarithm of the count beyond the offset. */
  static LinearPredictor poisson(
      List<String> names,
      double[][] rows,
      TrainingRows training,
      double[] offset,
      double[] penalties) {
    return fit(Kind.POISSON, names, rows, training.counts(), training.weights(), offset, penalties);
  }

  private static LinearPredictor fit(
      Kind kind,
      List<String> names,
      double[][] rows,
      double[] outcome,
      double[] weight,
      double @Nullable [] offset,
      double[] penalties) {
    int p = names.size();
    double[] means = new double[p];
    double[] deviations = new double[p];
    double total = Arrays.stream(weight).sum();
    for (int j = 0; j < p; j++) {
      for (int i = 0; i < rows.length; i++) {
        means[j] += weight[i] * rows[i][j] / total;
      }
      for (int i = 0; i < rows.length; i++) {
        double off = rows[i][j] - means[j];
        deviations[j] += weight[i] * off * off / total;
      }
      deviations[j] = Math.sqrt(deviations[j]);
    }
    double[][] standard = new double[rows.length][p + 1];
    double[] penalty = Arrays.copyOf(penalties, p + 1);
    for (int j = 0; j < p; j++) {
      boolean isConstant = deviations[j] <= 1e-9 * (1 + Math.abs(means[j]));
      deviations[j] = isConstant ? Double.POSITIVE_INFINITY : deviations[j];
      penalty[j] = isConstant ? 1 : penalties[j];
      for (int i = 0; i < rows.length; i++) {
        standard[i][j] = (rows[i][j] - means[j]) / deviations[j];
      }
    }
    for (double[] row : standard) {
      row[p] = 1;
    }
    PenalisedRegression.Fit fit = PenalisedRegression.fit(
        kind,
        standard,
        outcome,
        weight,
        offset == null ? new double[rows.length] : offset,
        penalty);
    double[] coefficients = new double[p];
    double[] errors = new double[p];
    for (int j = 0; j < p; j++) {
      coefficients[j] = fit.coefficient(j) / deviations[j];
      errors[j] = Math.sqrt(Math.max(0, fit.covariance(j, j))) / deviations[j];
    }
    return new LinearPredictor(names, fit.coefficient(p), means, coefficients, errors);
  }

  /**
   * The columns.
   *
   * @return their names, in order
   */
  public List<String> names() {
    return names;
  }

  /**
   * The value for a customer with the mean in every column.
   *
   * @return a logit or the logarithm of a count
   */
  public double intercept() {
    return intercept;
  }

  /**
   * The means of the columns in the training rows.
   *
   * @return a copy
   */
  public double[] means() {
    return means.clone();
  }

  /**
   * What a unit of each column adds.
   *
   * @return a copy; 0 for a column that did not vary
   */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * Standard errors of the coefficients, about the penalised mean; customers seen from several origins are counted as
   * often, with a weight that adds up to one.
   *
   * @return a copy
   */
  public double[] standardErrors() {
    return errors.clone();
  }

  /**
   * The prediction for a row.
   *
   * @param row one value per column; NaN where it is missing
   * @return the intercept and all contributions
   */
  public double of(double[] row) {
    double sum = intercept;
    for (int j = 0; j < coefficients.length; j++) {
      sum += contribution(j, row[j]);
    }
    return sum;
  }

  /**
   * What one column adds to the prediction.
   *
   * @param column from 0
   * @param value of the column; NaN where it is missing
   * @return 0 for the mean value and for a missing one
   */
  public double contribution(int column, double value) {
    return Double.isNaN(value) ? 0 : coefficients[column] * (value - means[column]);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinearPredictor that
        && names.equals(that.names)
        && intercept == that.intercept
        && Arrays.equals(means, that.means)
        && Arrays.equals(coefficients, that.coefficients)
        && Arrays.equals(errors, that.errors);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(coefficients);
  }

  /** Such as {@code -0.83 with 18 columns}. */
  @Override
  public String toString() {
    return intercept + " with " + names.size() + " columns";
  }
}
