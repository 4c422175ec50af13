package io.headlesscrm.segmentation.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * How indicators become comparable: less their mean, over their standard deviation. An indicator that does not vary
 * counts 0.
 *
 * @param means of the indicators
 * @param deviations above 0, or 0 for an indicator that does not vary
 */
public record Standardisation(List<Double> means, List<Double> deviations) {

  public Standardisation {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.size() != deviations.size()) {
      throw new IllegalArgumentException("there are " + means.size() + " means and "
          + deviations.size() + " deviations, there must be as many. Maybe one got lost?");
    }
  }

  static Standardisation of(double[][] rows, int columns) {
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      double mean = 0;
      for (double[] row : rows) {
        mean += row[column] / rows.length;
      }
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[column] - mean) * (row[column] - mean) / rows.length;
      }
      means.add(mean);
      deviations.add(isConstant(rows, column) ? 0 : Math.sqrt(squares));
    }
    return new Standardisation(means, deviations);
  }

  /** Told from the values, for the rounded mean of equal values may differ from them. */
  private static boolean isConstant(double[][] rows, int column) {
    for (double[] row : rows) {
      if (row[column] != rows[0][column]) {
        return false;
      }
    }
    return true;
  }

  double[] scores(double[] values) {
    double[] scores = new double[values.length];
    for (int i = 0; i < scores.length; i++) {
      double deviation = deviations.get(i);
      scores[i] = deviation == 0 ? 0 : (values[i] - means.get(i)) / deviation;
    }
    return scores;
  }

  double value(int column, double score) {
    return means.get(column) + deviations.get(column) * score;
  }
}
