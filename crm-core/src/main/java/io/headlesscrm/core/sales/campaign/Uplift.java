package io.headlesscrm.core.sales.campaign;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.internal.math.Hypergeometric;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * What a campaign brought: the share of those addressed who responded against that of the control group, who responded
 * without it.
 *
 * <p>Sources: R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in
 * Medicine 17, 1998, method 10 (the interval); R. A. Fisher's exact test (the p-value).
 *
 * @param addressed how many customers the campaign addressed, at least 0
 * @param addressedResponses how many of them responded
 * @param control how many customers were left alone, at least 0
 * @param controlResponses how many of them did the same anyway
 */
public record Uplift(int addressed, int addressedResponses, int control, int controlResponses) {

  private static final double NORMAL_95 = 1.959963984540054;

  public Uplift {
    requirePart(addressedResponses, addressed, "addressed");
    requirePart(controlResponses, control, "control");
  }

  /**
   * Counts the responses.
   *
   * @param targets all customers whom the campaign is meant for, the control group among them
   * @param group whom of them it left alone
   * @param responded who did what the campaign asks for
   * @return the counts
   */
  public static Uplift of(
      Collection<CustomerId> targets, ControlGroup group, Predicate<CustomerId> responded) {
    int[] counts = new int[4];
    for (CustomerId target : targets) {
      int side = group.contains(target) ? 2 : 0;
      counts[side]++;
      counts[side + 1] += responded.test(target) ? 1 : 0;
    }
    return new Uplift(counts[0], counts[1], counts[2], counts[3]);
  }

  /**
   * The share of those addressed who responded.
   *
   * @return in [0, 1]; NaN when nobody was addressed
   */
  public double addressedRate() {
    return (double) addressedResponses / addressed;
  }

  /**
   * The share of the control group that responded.
   *
   * @return in [0, 1]; NaN when nobody was left alone
   */
  public double controlRate() {
    return (double) controlResponses / control;
  }

  /**
   * What the campaign added to the rate of response.
   *
   * @return the difference of the rates, in [-1, 1]; NaN when a side is empty
   */
  public double difference() {
    return addressedRate() - controlRate();
  }

  /**
   * The lower end of the 95 % interval of the difference.
   *
   * @return in [-1, 1]; above 0 when the campaign surely helped; NaN when a side is empty
   */
  public double low() {
    return difference()
        - Math.hypot(
            addressedRate() - wilson(addressedResponses, addressed, -1),
            wilson(controlResponses, control, 1) - controlRate());
  }

  /**
   * The upper end of the 95 % interval of the difference.
   *
   * @return in [-1, 1]; below 0 when the campaign surely did harm; NaN when a side is empty
   */
  public double high() {
    return difference()
        + Math.hypot(
            wilson(addressedResponses, addressed, 1) - addressedRate(),
            controlRate() - wilson(controlResponses, control, -1));
  }

  /**
   * How many responses there would not have been without the campaign.
   *
   * @return the difference times the number addressed; negative when it did harm; NaN when a side is empty
   */
  public double additionalResponses() {
    return difference() * addressed;
  }

  /**
   * The probability of so many responses among those addressed, or more, if the campaign did nothing.
   *
   * @return in [0, 1]; 1 when a side is empty
   */
  public double pValue() {
    return Hypergeometric.upperTail(
        addressedResponses, addressed, addressedResponses + controlResponses, addressed + control);
  }

  /** An end of Wilson's interval of a rate. */
  private static double wilson(int hits, int of, int side) {
    double square = NORMAL_95 * NORMAL_95;
    double middle = 2.0 * hits + square;
    double reach = NORMAL_95 * Math.sqrt(square + 4.0 * hits * (of - hits) / of);
    return (middle + side * reach) / (2 * (of + square));
  }

  private static void requirePart(int responses, int all, String side) {
    if (responses < 0 || responses > all) {
      throw new IllegalArgumentException(side + " responses are " + responses + " of " + all
          + ", they must be from 0 to all. Maybe the two were swapped?");
    }
  }
}
