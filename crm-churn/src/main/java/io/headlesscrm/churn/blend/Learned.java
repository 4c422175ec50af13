package io.headlesscrm.churn.blend;

import io.headlesscrm.churn.supervised.Features;
import io.headlesscrm.churn.supervised.LinearPredictor;
import io.headlesscrm.churn.supervised.RidgeRegression;
import io.headlesscrm.churn.supervised.TrainingRows;
import io.headlesscrm.core.purchase.CustomerBase;

/**
 * What was learnt from earlier dates.
 *
 * @param features the columns
 * @param alone the logit of a purchase from the features alone
 * @param beside the same with the logit of the models as one more column
 * @param counts the logarithm of the factor to the models' expected number of purchase days
 * @param modelWeight of the models' own logit in the result: the more customers there are to learn from, the smaller
 */
record Learned(
    Features features,
    LinearPredictor alone,
    LinearPredictor beside,
    LinearPredictor counts,
    double modelWeight) {

  private static final String MODELS = "logit(models)";
  private static final String MODEL_COUNTS = "ln(models)";
  private static final double CUSTOMERS_AS_GOOD_AS_THE_MODELS = 1000;

  static Learned from(CustomerBase base, Features features, ModelPool pool) {
    RidgeRegression alone = RidgeRegression.of(features);
    RidgeRegression beside = beside(features, pool);
    RidgeRegression counts = counts(features, pool);
    TrainingRows countRows = counts.trainingRows(base);
    return new Learned(
        features,
        alone.logistic(alone.trainingRows(base)),
        beside.logistic(beside.trainingRows(base)),
        counts.poisson(countRows, 0),
        CUSTOMERS_AS_GOOD_AS_THE_MODELS / (CUSTOMERS_AS_GOOD_AS_THE_MODELS + base.size()));
  }

  static RidgeRegression beside(Features features, ModelPool pool) {
    return RidgeRegression.of(features).with(MODELS, pool::logits);
  }

  static RidgeRegression counts(Features features, ModelPool pool) {
    return RidgeRegression.of(features).with(MODEL_COUNTS, pool::lnCounts);
  }

  double[][] columns(CustomerBase base, double days, ModelPool pool) {
    return beside(features, pool).columns(base, days);
  }

  /** The logit of a purchase from a row of {@link #columns}, whose last column is the logit of the models. */
  double logit(double[] row) {
    double regressions = (alone.of(row) + beside.of(row)) / 2;
    return regressions + modelWeight * (row[row.length - 1] - regressions);
  }

  /**
   * What one column adds to the logit, so that all of them and {@link #intercept} add up to it.
   *
   * @param column of the row; the last is that of the models
   */
  double contribution(int column, double value) {
    boolean isOfModels = column == beside.names().size() - 1;
    double regressions =
        beside.contribution(column, value) + (isOfModels ? 0 : alone.contribution(column, value));
    return (1 - modelWeight) * regressions / 2
        + (isOfModels ? modelWeight * (value - modelMean()) : 0);
  }

  double intercept() {
    return (1 - modelWeight) * (alone.intercept() + beside.intercept()) / 2
        + modelWeight * modelMean();
  }

  private double modelMean() {
    return beside.means()[beside.names().size() - 1];
  }

  /** The logarithm of the expected purchase days, between that of the models and that of the regression. */
  double[] lnCounts(CustomerBase base, double days, ModelPool pool) {
    double[][] rows = counts(features, pool).columns(base, days);
    double[] lnCounts = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double ofModels = rows[row][rows[row].length - 1];
      rows[row][rows[row].length - 1] = 0;
      lnCounts[row] = ofModels + counts.of(rows[row]) / 2;
    }
    return lnCounts;
  }
}
