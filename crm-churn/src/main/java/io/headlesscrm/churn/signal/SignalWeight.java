package io.headlesscrm.churn.signal;

/**
 * What a signal weighs.
 *
 * @param signal its name
 * @param coefficient log-odds of leaving per unit of the signal; above 0: the more of it, the more leave
 * @param standardError of the coefficient, at least 0
 */
public record SignalWeight(String signal, double coefficient, double standardError) {

  /**
   * The weight in units of its uncertainty.
   *
   * @return beyond 2 either way hardly chance; NaN for a signal that never varied
   */
  public double z() {
    return coefficient / standardError;
  }
}
