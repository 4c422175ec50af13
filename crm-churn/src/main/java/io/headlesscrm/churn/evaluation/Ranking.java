package io.headlesscrm.churn.evaluation;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.Interval;
import java.util.Arrays;

/**
 * How well a score ranks those who left above those who stayed. Only the order of the scores matters; equal scores count
 * half, whichever comes first. Immutable.
 *
 * <p>Source: Hanley &amp; McNeil (1982), doi:10.1148/radiology.143.1.7063747 (AUC); DeLong, DeLong &amp; Clarke-Pearson
 * (1988), doi:10.2307/2531595 (its variance and the comparison of two).
 */
public final class Ranking {

  private final double[] scores;
  private final boolean[] left;
  private final double[] placements;
  private final int positives;
  private final double auc;

  private Ranking(double[] scores, boolean[] left) {
    this.scores = scores;
    this.left = left;
    this.positives = count(left);
    this.placements = placements();
    this.auc = meanPlacement(true);
  }

  /**
   * A ranking with its outcome.
   *
   * @param scores the higher, the more likely to leave; no NaN; copied
   * @param left what happened, one per score; copied
   * @return the ranking
   * @throws IllegalArgumentException when the lengths differ or a score is NaN
   */
  public static Ranking of(double[] scores, boolean[] left) {
    if (scores.length != left.length) {
      throw new IllegalArgumentException("there are " + scores.length
          + " scores, there must be one for each of the " + left.length + " outcomes");
    }
    if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a score is NaN, it must be a number");
    }
    return new Ranking(scores.clone(), left.clone());
  }

  private static int count(boolean[] left) {
    int count = 0;
    for (boolean one : left) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** The part of the other class that a customer outranks (who left) or is outranked by (who stayed). */
  private double[] placements() {
    int n = scores.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(scores[i], scores[j]));
    double[] found = new double[n];
    int below = 0;
    int leftBelow = 0;
    for (int from = 0; from < n; ) {
      int to = from;
      int leftHere = 0;
      while (to < n && scores[order[to]] == scores[order[from]]) {
        leftHere += left[order[to]] ? 1 : 0;
        to++;
      }
      double stayedBelow = below - leftBelow + (to - from - leftHere) / 2.0;
      double leftAbove = positives - leftBelow - leftHere / 2.0;
      for (int k = from; k < to; k++) {
        found[order[k]] = left[order[k]] ? stayedBelow / (n - positives) : leftAbove / positives;
      }
      below = to;
      leftBelow += leftHere;
      from = to;
    }
    return found;
  }

  private double meanPlacement(boolean ofLeft) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] == ofLeft ? placements[i] : 0;
      count += left[i] == ofLeft ? 1 : 0;
    }
    return sum / count;
  }

  /**
   * The probability that one who left has a higher score than one who stayed.
   *
   * @return in [0, 1]; NaN when all left or all stayed
   */
  public double auc() {
    return auc;
  }

  /**
   * The AUC with its interval of 95 % by DeLong, normal and cut off at 0 and 1.
   *
   * @return the interval
   * @throws IllegalStateException when all left or all stayed
   */
  public Interval aucInterval() {
    requireBothClasses();
    double deviation = 1.959963984540054 * Math.sqrt(covariance(this));
    return new Interval(auc, Math.max(0, auc - deviation), Math.min(1, auc + deviation));
  }

  /**
   * Whether this score ranks better than another one of the same customers.
   *
   * @param other with the same outcomes in the same order
   * @return the difference of the AUCs, its standard error and the two-sided p-value
   * @throws IllegalArgumentException when the outcomes differ
   */
  public PairedTest compare(Ranking other) {
    requireNonNull(other, "other");
    if (!Arrays.equals(left, other.left)) {
      throw new IllegalArgumentException(
          "the outcomes differ, they must be those of the same customers in the same order");
    }
    requireBothClasses();
    double variance = covariance(this) + other.covariance(other) - 2 * covariance(other);
    return PairedTest.of(auc - other.auc, Math.sqrt(Math.max(0, variance)));
  }

  private void requireBothClasses() {
    if (positives == 0 || positives == left.length) {
      throw new IllegalStateException(
          "all customers left or all stayed, so no ranking can be judged");
    }
  }

  /** DeLong: covariances of the placements of either class, each over its number. */
  private double covariance(Ranking other) {
    double ofLeft = 0;
    double ofStayed = 0;
    for (int i = 0; i < left.length; i++) {
      double product = (placements[i] - auc) * (other.placements[i] - other.auc);
      ofLeft += left[i] ? product : 0;
      ofStayed += left[i] ? 0 : product;
    }
    int negatives = left.length - positives;
    return ofLeft / Math.max(1, positives - 1) / positives
        + ofStayed / Math.max(1, negatives - 1) / negatives;
  }

  /**
   * The area under precision against recall, as the mean precision at those who left. Among equal scores the precision
   * is that after all of them.
   *
   * @return in [0, 1], for a useless score the part who left; NaN when nobody left
   */
  public double averagePrecision() {
    double sum = 0;
    int hits = 0;
    double[][] groups = groups();
    double taken = 0;
    for (double[] group : groups) {
      taken += group[0];
      hits += (int) group[1];
      sum += group[1] * hits / taken;
    }
    return sum / positives;
  }

  /** Customers and those who left among them, by score from the highest down. */
  private double[][] groups() {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
    double[][] groups = new double[scores.length][];
    int size = 0;
    for (int k = 0; k < order.length; k++) {
      if (k == 0 || scores[order[k]] != scores[order[k - 1]]) {
        groups[size++] = new double[2];
      }
      groups[size - 1][0]++;
      groups[size - 1][1] += left[order[k]] ? 1 : 0;
    }
    return Arrays.copyOf(groups, size);
  }

  /**
   * How much of those who left is found among the customers with the highest scores. A cut through equal scores takes
   * their mean.
   *
   * @param part of the customers, in (0, 1]
   * @return in [0, 1]; NaN when nobody left
   */
  public double gain(double part) {
    if (!(part > 0 && part <= 1)) {
      throw new IllegalArgumentException("part is " + part + ", it must be above 0 and at most 1");
    }
    double wanted = part * scores.length;
    double found = 0;
    for (double[] group : groups()) {
      double share = Math.min(1, wanted / group[0]);
      found += share * group[1];
      wanted -= share * group[0];
      if (wanted <= 0) {
        break;
      }
    }
    return found / positives;
  }

  /**
   * How many times as many left among the customers with the highest scores as among all.
   *
   * @param part of the customers, in (0, 1]; .1 for the top decile
   * @return at least 0, 1 for a useless score; NaN when nobody left
   */
  public double lift(double part) {
    return gain(part) / part;
  }
}
