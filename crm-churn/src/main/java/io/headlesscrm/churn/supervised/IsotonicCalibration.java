package io.headlesscrm.churn.supervised;

import java.util.Arrays;

/**
 * Probabilities from any score by the rising step function that fits best: pools neighbours that would fall. Learnt on
 * rows that the classifier has not seen. Immutable.
 *
 * <p>Source: Ayer et al. (1955), doi:10.1214/aoms/1177728423 (pool adjacent violators); Zadrozny &amp; Elkan (2002),
 * doi:10.1145/775047.775151.
 */
public final class IsotonicCalibration {

  private final double[] scores;
  private final double[] probabilities;

  private IsotonicCalibration(double[] scores, double[] probabilities) {
    this.scores = scores;
    this.probabilities = probabilities;
  }

  static double countPositives(double[] scores, boolean[] outcomes) {
    int positives = 0;
    for (boolean outcome : outcomes) {
      positives += outcome ? 1 : 0;
    }
    if (scores.length != outcomes.length || positives == 0 || positives == outcomes.length) {
      throw new IllegalArgumentException("there are " + scores.length + " scores and "
          + outcomes.length + " outcomes, " + positives
          + " of them true: there must be as many of each, and both outcomes");
    }
    return positives;
  }

  /**
   * Learns the steps.
   *
   * @param scores any numbers but NaN; equal ones share a step
   * @param outcomes what is to be predicted, one per score; both kinds must occur
   * @return the step function
   * @throws IllegalArgumentException when the lengths differ or an outcome is missing
   */
  public static IsotonicCalibration fit(double[] scores, boolean[] outcomes) {
    countPositives(scores, outcomes);
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(scores[i], scores[j]));
    double[] highest = new double[order.length];
    double[] sums = new double[order.length];
    int[] counts = new int[order.length];
    int steps = 0;
    for (int k = 0; k < order.length; k++) {
      boolean isNew = k == 0 || scores[order[k]] != highest[steps - 1];
      steps += isNew ? 1 : 0;
      highest[steps - 1] = scores[order[k]];
      sums[steps - 1] += outcomes[order[k]] ? 1 : 0;
      counts[steps - 1]++;
      boolean isComplete = k + 1 == order.length || scores[order[k + 1]] != scores[order[k]];
      while (isComplete && steps > 1 && falls(sums, counts, steps)) {
        steps--;
        highest[steps - 1] = highest[steps];
        sums[steps - 1] += sums[steps];
        counts[steps - 1] += counts[steps];
        sums[steps] = 0;
        counts[steps] = 0;
      }
    }
    double[] probabilities = new double[steps];
    for (int step = 0; step < steps; step++) {
      probabilities[step] = sums[step] / counts[step];
    }
    return new IsotonicCalibration(Arrays.copyOf(highest, steps), probabilities);
  }

  private static boolean falls(double[] sums, int[] counts, int steps) {
    return sums[steps - 2] * counts[steps - 1] >= sums[steps - 1] * counts[steps - 2];
  }

  /**
   * The probability at a score.
   *
   * @param score any number
   * @return in [0, 1], never falling with the score; that of the last step above all that was learnt from
   */
  public double of(double score) {
    int found = Arrays.binarySearch(scores, score);
    int step = found < 0 ? -found - 1 : found;
    return probabilities[Math.min(step, probabilities.length - 1)];
  }
}
