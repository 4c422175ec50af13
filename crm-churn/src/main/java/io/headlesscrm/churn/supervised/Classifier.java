package io.headlesscrm.churn.supervised;

/** A fitted classifier of any kind: from the columns of a customer to the probability of a purchase. */
@FunctionalInterface
public interface Classifier {

  /**
   * The probability of a purchase within the horizon, which is one of the columns.
   *
   * @param row one value per column
   * @return in [0, 1]
   */
  double activeProbability(double[] row);

  /** How a classifier is learnt: where a host puts in its own, such as trees. */
  @FunctionalInterface
  interface Learner {

    /**
     * Learns.
     *
     * @param rows one per customer and origin, to be read only
     * @param active whether there was a purchase in the row's window
     * @param weights above 0; those of a customer add up to about 1
     * @return the classifier, which must be immutable
     */
    Classifier fit(double[][] rows, boolean[] active, double[] weights);
  }
}
