package io.headlesscrm.churn;

/**
 * A predicted quantity with what the data allow it to be: the interval covers the quantity in 95 of 100 samples of
 * customers, as far as the model is right. It knows the uncertainty of the parameters alone, not the chance in what one
 * customer does next.
 *
 * @param estimate the prediction
 * @param low at most the estimate
 * @param high at least the estimate; infinite when the data do not determine the parameters
 */
public record Interval(double estimate, double low, double high) {

  public Interval {
    if (!(low <= estimate && estimate <= high)) {
      throw new IllegalArgumentException(
          "interval is " + low + " to " + high + ", it must hold the estimate, " + estimate);
    }
  }
}
