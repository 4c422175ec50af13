package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import java.util.Arrays;

/**
 * A measure for ABC on two criteria: what a customer brings, and how interested it is. Interest counts as if the total
 * interest were worth a share of the total value.
 */
public final class InterestAndValue {

  /** Value plus weighted interest, in the unit of the value. */
  public static final Measure SCORE = Measure.of("interest and value", "currency");

  private InterestAndValue() {}

  /**
   * Adds {@link #SCORE}.
   *
   * @param base with both measures
   * @param value what the customer brings, such as {@link Measure#MONETARY} or a margin
   * @param interest enquiries, visits, answers; not known counts as none
   * @param weight of interest, in [0, 1); 0 gives the classes of the value alone
   * @return a base with the measure; missing where the value is
   */
  public static CustomerBase add(
      CustomerBase base, Measure value, Measure interest, double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException(
          "weight is " + weight + ", it must be in [0, 1). Maybe 0.3 is what you want?");
    }
    double[] values = base.values(value);
    double[] interests = base.values(interest);
    double unit = weight == 0 ? 0 : weight / (1 - weight) * sum(values) / sum(interests);
    double[] score = new double[values.length];
    for (int row = 0; row < score.length; row++) {
      double worth = unit * interests[row];
      score[row] = values[row] + (Double.isFinite(worth) ? worth : 0);
    }
    return base.with(SCORE, score);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).filter(value -> value > 0).sum();
  }
}
