package io.headlesscrm.churn.supervised;

import io.headlesscrm.core.purchase.CustomerBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns linear predictors from training rows, with the penalties that proved themselves on several families of data: 20
 * on the features that carry most, 200 on the rest, .5 on covariates, none to speak of on the horizon, which single-cohort
 * data tie to the age. Standardised columns.
 */
public final class RidgeRegression {

  private static final double CORE_PENALTY = 20;
  private static final double PENALTY = 200;
  private static final double COVARIATE_PENALTY = 0.5;
  private static final double HORIZON_PENALTY = 1e-3;

  private final Features features;
  private final List<Covariate> covariates;
  private final List<String> names;

  private RidgeRegression(
      Features features, List<Covariate> covariates, List<String> covariateNames) {
    this.features = features;
    this.covariates = List.copyOf(covariates);
    List<String> all = new ArrayList<>(features.names());
    all.add("ln(horizon)");
    all.addAll(covariateNames);
    this.names = List.copyOf(all);
  }

  /**
   * A regression on features alone.
   *
   * @param features the columns, to which the horizon is added
   * @return the regression
   */
  public static RidgeRegression of(Features features) {
    return new RidgeRegression(features, List.of(), List.of());
  }

  /**
   * This regression with one column more.
   *
   * @param name of the column
   * @param covariate its values
   * @return a new regression
   */
  public RidgeRegression with(String name, Covariate covariate) {
    List<Covariate> more = new ArrayList<>(covariates);
    more.add(covariate);
    List<String> moreNames =
        new ArrayList<>(names.subList(features.names().size() + 1, names.size()));
    moreNames.add(name);
    return new RidgeRegression(features, more, moreNames);
  }

  /**
   * The columns.
   *
   * @return the features, the logarithm of the horizon in weeks, the covariates
   */
  public List<String> names() {
    return names;
  }

  /**
   * What is learnt from.
   *
   * @param base as of the date until which all is known
   * @return the training rows with the columns of this regression
   */
  public TrainingRows trainingRows(CustomerBase base) {
    return TrainingRows.of(base, features, covariates);
  }

  /**
   * The columns of customers to predict.
   *
   * @param base as of the day from which the horizon counts
   * @param days the horizon, above 0
   * @return one row per row of the base
   */
  public double[][] columns(CustomerBase base, double days) {
    return TrainingRows.columns(base, days, features, covariates);
  }

  /**
   * Learns the logit of a purchase within the horizon.
   *
   * @param training the rows of this regression
   * @return the predictor
   */
  public LinearPredictor logistic(TrainingRows training) {
    return LinearPredictor.logistic(names, training.rows(), training, penalties());
  }

  /**
   * Learns the logit of something else that customers did or did not do within the horizon.
   *
   * @param rows of the columns of this regression, without NaN
   * @param outcomes what happened, one per row
   * @param weights one per row, above 0
   * @return the predictor
   * @throws IllegalArgumentException when the numbers differ
   */
  public LinearPredictor logistic(
      List<double[]> rows, List<Boolean> outcomes, List<Double> weights) {
    if (outcomes.size() != rows.size() || weights.size() != rows.size()) {
      throw new IllegalArgumentException("there are " + rows.size() + " rows, " + outcomes.size()
          + " outcomes and " + weights.size() + " weights, there must be as many of each");
    }
    return LinearPredictor.logistic(
        names,
        rows.toArray(double[][]::new),
        outcomes.stream().mapToDouble(outcome -> outcome ? 1 : 0).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray(),
        penalties());
  }

  /**
   * Learns the number of purchase days within the horizon, as the factor to that which a covariate expects.
   *
   * @param training the rows of this regression
   * @param offset which covariate is the logarithm of the expected number, from 0; it gets no coefficient
   * @return the predictor of the logarithm of the factor
   */
  public LinearPredictor poisson(TrainingRows training, int offset) {
    double[][] rows = training.rows();
    int column = features.names().size() + 1 + offset;
    double[] expected = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    double[][] others = Arrays.stream(rows)
        .map(row -> {
          double[] other = row.clone();
          other[column] = 0;
          return other;
        })
        .toArray(double[][]::new);
    return LinearPredictor.poisson(names, others, training, expected, penalties());
  }

  private double[] penalties() {
    double[] penalties = new double[names.size()];
    Arrays.setAll(penalties, j -> penalty(j));
    return penalties;
  }

  private double penalty(int column) {
    int width = features.names().size();
    if (column < Features.CORE.size()) {
      return CORE_PENALTY;
    }
    if (column < width) {
      return PENALTY;
    }
    return column == width ? HORIZON_PENALTY : COVARIATE_PENALTY;
  }
}
