package io.headlesscrm.churn.fitting;

import io.headlesscrm.churn.Verdict;
import io.headlesscrm.churn.Verdict.Severity;
import io.headlesscrm.churn.history.CovariateHistogram;
import io.headlesscrm.churn.internal.math.Cholesky;
import io.headlesscrm.core.evidence.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The covariates of the groups with mean 0 and standard deviation 1 over the customers, so that neither their unit nor
 * their origin matters to the fit.
 */
final class StandardColumns {

  /** Values whose range is this part of their size differ by rounding alone. */
  private static final double ROUNDING = 1e-12;

  /** Values whose squares vanish are all the same. */
  private static final double SMALLEST = 1e-100;

  /** The part of a column's variance that other columns must leave unexplained. */
  private static final double LEAST_OWN_PART = 1e-9;

  /** A standardised coefficient below this does not take part in a combination. */
  private static final double LEAST_COEFFICIENT = 1e-6;

  private final CovariateHistogram histogram;
  private final double[] means;
  private final double[] deviations;
  private final double[][] values;

  private StandardColumns(CovariateHistogram histogram) {
    this.histogram = histogram;
    this.means = new double[histogram.covariates().size()];
    this.deviations = new double[means.length];
    this.values = new double[histogram.groups()][means.length];
    for (int column = 0; column < means.length; column++) {
      standardise(column);
    }
  }

  static StandardColumns of(CovariateHistogram histogram) {
    return new StandardColumns(histogram);
  }

  private void standardise(int column) {
    double customers = 0;
    double sum = 0;
    for (int group = 0; group < values.length; group++) {
      customers += customers(group);
      sum += customers(group) * histogram.value(group, column);
    }
    means[column] = sum / customers;
    double squares = 0;
    for (int group = 0; group < values.length; group++) {
      values[group][column] = histogram.value(group, column) - means[column];
      squares += customers(group) * values[group][column] * values[group][column];
    }
    deviations[column] = Math.sqrt(squares / customers);
    for (double[] row : values) {
      row[column] /= deviations[column];
    }
  }

  private double customers(int group) {
    return histogram.histogram(group).customers();
  }

  /** How many columns there are. */
  int size() {
    return means.length;
  }

  double mean(int column) {
    return means[column];
  }

  double deviation(int column) {
    return deviations[column];
  }

  /** The standardised values of a group. */
  double[] values(int group) {
    return values[group];
  }

  /** How far from the mean the farthest customer is, in standard deviations. */
  double farthest(int column) {
    double farthest = 0;
    for (double[] row : values) {
      farthest = Math.max(farthest, Math.abs(row[column]));
    }
    return farthest;
  }

  /** A column that is the same for all, or that others already say. */
  Optional<Verdict> findObstacle() {
    for (int column = 0; column < size(); column++) {
      if (isConstant(column)) {
        return obstacle(
            "COVARIATE_CONSTANT",
            Reason.of("churn.fit.covariateConstant").withValue("covariate", name(column)));
      }
    }
    return findCombination();
  }

  private boolean isConstant(int column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < values.length; group++) {
      low = Math.min(low, histogram.value(group, column));
      high = Math.max(high, histogram.value(group, column));
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    return high - low <= Math.max(SMALLEST, ROUNDING * size);
  }

  private Optional<Verdict> findCombination() {
    double[][] correlations = correlations();
    for (int column = 1; column < size(); column++) {
      double[][] before = new double[column][];
      double[] right = new double[column];
      for (int i = 0; i < column; i++) {
        before[i] = correlations[i];
        right[i] = correlations[column][i];
      }
      double[] coefficients = Cholesky.of(before).solve(right);
      double explained = 0;
      for (int i = 0; i < column; i++) {
        explained += coefficients[i] * right[i];
      }
      if (!(1 - explained > LEAST_OWN_PART)) {
        return obstacle(
            "COVARIATES_COLLINEAR",
            Reason.of("churn.fit.covariatesCollinear")
                .withValue("covariate", name(column))
                .withValue("others", partners(coefficients)));
      }
    }
    return Optional.empty();
  }

  private double[][] correlations() {
    double[][] correlations = new double[size()][size()];
    double customers = 0;
    for (int group = 0; group < values.length; group++) {
      customers += customers(group);
      for (int i = 0; i < size(); i++) {
        for (int j = 0; j < size(); j++) {
          correlations[i][j] += customers(group) * values[group][i] * values[group][j];
        }
      }
    }
    for (double[] row : correlations) {
      for (int j = 0; j < size(); j++) {
        row[j] /= customers;
      }
    }
    return correlations;
  }

  private String partners(double[] coefficients) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < coefficients.length; i++) {
      if (Math.abs(coefficients[i]) > LEAST_COEFFICIENT) {
        names.add(name(i));
      }
    }
    return String.join(", ", names);
  }

  private String name(int column) {
    return histogram.covariates().get(column).toString();
  }

  private static Optional<Verdict> obstacle(String code, Reason reason) {
    return Optional.of(new Verdict(code, Severity.ERROR, reason));
  }
}
