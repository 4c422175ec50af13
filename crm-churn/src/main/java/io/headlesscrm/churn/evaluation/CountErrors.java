package io.headlesscrm.churn.evaluation;

/**
 * How far forecasts of purchase counts are from what was bought.
 *
 * @param mae mean absolute error, purchases per customer
 * @param rmse root of the mean squared error, purchases per customer
 * @param bias sum of the forecasts over sum of the purchases, less 1; NaN when nobody bought
 */
public record CountErrors(double mae, double rmse, double bias) {

  /**
   * The errors of forecasts.
   *
   * @param forecasts at least 0
   * @param actual what was bought, one per forecast
   * @return the errors; NaN without customers
   * @throws IllegalArgumentException when the lengths differ
   */
  public static CountErrors of(double[] forecasts, int[] actual) {
    if (forecasts.length != actual.length) {
      throw new IllegalArgumentException("there are " + forecasts.length
          + " forecasts, there must be one for each of the " + actual.length + " customers");
    }
    double absolute = 0;
    double squared = 0;
    double predicted = 0;
    double bought = 0;
    for (int i = 0; i < actual.length; i++) {
      double error = forecasts[i] - actual[i];
      absolute += Math.abs(error);
      squared += error * error;
      predicted += forecasts[i];
      bought += actual[i];
    }
    int n = actual.length;
    double bias = bought > 0 ? predicted / bought - 1 : Double.NaN;
    return new CountErrors(absolute / n, Math.sqrt(squared / n), bias);
  }
}
