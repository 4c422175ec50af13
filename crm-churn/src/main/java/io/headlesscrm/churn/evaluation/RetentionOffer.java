package io.headlesscrm.churn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An offer to those with the highest scores, by which scorers are judged: what it gains per customer of the base. An
 * offer costs the contact and, where it is taken, the incentive; who would have left takes it with the success rate and
 * keeps the value, who would have stayed takes it for sure.
 *
 * <p>Profit when the part t of the customers is asked, p1 and p0 being the parts of leavers and stayers among all who are
 * asked: value (success (1 - d) - f) p1 - value (d + f) p0, d = incentive/value, f = contact/value.
 *
 * <p>Source: Verbraken, Verbeke &amp; Baesens (2013), IEEE Transactions on Knowledge and Data Engineering 25(5),
 * doi:10.1109/TKDE.2012.50, equations 3 and 11.
 *
 * @param value of a customer who is kept, above 0
 * @param incentive cost of an offer that is taken, at least 0 and below the value
 * @param contact cost of asking one customer, at least 0
 */
public record RetentionOffer(double value, double incentive, double contact) {

  /** The success rate that the source assumes, 30 % on the mean. */
  private static final BetaDistribution SUCCESS = new BetaDistribution(6, 14);

  public RetentionOffer {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("value is " + value + ", it must be above 0 and finite");
    }
    if (!(incentive >= 0 && incentive < value)) {
      throw new IllegalArgumentException(
          "incentive is " + incentive + ", it must be at least 0 and below the value, " + value);
    }
    if (!(contact >= 0 && contact < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "contact is " + contact + ", it must be finite and at least 0");
    }
  }

  /**
   * The offer of the source: a value of 200, an incentive of 10, a contact of 1.
   *
   * @return the usual parameters
   */
  public static RetentionOffer usual() {
    return new RetentionOffer(200, 10, 1);
  }

  /**
   * A point of the profit curve.
   *
   * @param part of the customers that is asked, those with the highest scores first
   * @param profit per customer of the base
   */
  public record Profit(double part, double profit) {}

  /**
   * The profit by how many are asked. Customers with equal scores are asked together.
   *
   * @param scores the higher, the more likely to leave
   * @param left what happened, one per score
   * @param success the part of the leavers who take the offer and stay, in [0, 1]
   * @return from nobody to all
   */
  public List<Profit> curve(double[] scores, boolean[] left, double success) {
    if (!(success >= 0 && success <= 1)) {
      throw new IllegalArgumentException("success is " + success + ", it must be in [0, 1]");
    }
    List<Profit> curve = new ArrayList<>();
    for (double[] asked : asked(scores, left)) {
      curve.add(new Profit(asked[0] + asked[1], profit(asked, success)));
    }
    return curve;
  }

  private double profit(double[] asked, double success) {
    return (success * (value - incentive) - contact) * asked[0] - (incentive + contact) * asked[1];
  }

  /**
   * EMPC: the expected profit per customer when each time the best part is asked, over what the success rate may be. Only
   * the corners of the upper hull of the ROC curve are ever best, each for one range of success rates.
   *
   * @param scores the higher, the more likely to leave
   * @param left what happened, one per score
   * @return at least 0, the higher the better
   */
  public double expectedMaximumProfit(double[] scores, boolean[] left) {
    List<double[]> hull = hull(asked(scores, left));
    double sum = 0;
    double from = 0;
    for (int i = 0; i < hull.size(); i++) {
      double to = i + 1 < hull.size() ? indifference(hull.get(i), hull.get(i + 1)) : 1;
      double slope = (value - incentive) * hull.get(i)[0];
      double level = profit(hull.get(i), 0);
      sum += level * (SUCCESS.below(to) - SUCCESS.below(from))
          + slope * (SUCCESS.meanBelow(to) - SUCCESS.meanBelow(from));
      from = to;
    }
    return sum;
  }

  /** The success rate from which on it is better to ask more. */
  private double indifference(double[] few, double[] many) {
    double stayersPerLeaver = (many[1] - few[1]) / (many[0] - few[0]);
    double rate = ((incentive + contact) * stayersPerLeaver + contact) / (value - incentive);
    return Math.min(1, rate);
  }

  /** The points that are not below a line between two others; leavers rise from each to the next. */
  private static List<double[]> hull(List<double[]> asked) {
    List<double[]> hull = new ArrayList<>();
    for (double[] point : asked) {
      while (hull.size() > 1
          && isBelow(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point)) {
        hull.remove(hull.size() - 1);
      }
      if (hull.isEmpty() || point[0] > hull.get(hull.size() - 1)[0]) {
        hull.add(point);
      }
    }
    return hull;
  }

  private static boolean isBelow(double[] before, double[] middle, double[] after) {
    return (middle[0] - before[0]) * (after[1] - before[1])
        <= (after[0] - before[0]) * (middle[1] - before[1]);
  }

  /** Leavers and stayers among the asked, as parts of all, after each group of equal scores. */
  private static List<double[]> asked(double[] scores, boolean[] left) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
    List<double[]> asked = new ArrayList<>();
    asked.add(new double[2]);
    double leavers = 0;
    double stayers = 0;
    for (int k = 0; k < order.length; k++) {
      leavers += left[order[k]] ? 1 : 0;
      stayers += left[order[k]] ? 0 : 1;
      if (k + 1 == order.length || scores[order[k + 1]] != scores[order[k]]) {
        asked.add(new double[] {leavers / order.length, stayers / order.length});
      }
    }
    return asked;
  }
}
