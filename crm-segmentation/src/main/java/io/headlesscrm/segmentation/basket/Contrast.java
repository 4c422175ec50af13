package io.headlesscrm.segmentation.basket;

import io.headlesscrm.core.internal.math.Hypergeometric;

/**
 * A rule within some baskets, such as those of a segment or of sites in residential areas, against all others.
 *
 * @param inside the rule counted within
 * @param outside the rule counted in the others
 */
public record Contrast(AssociationRule inside, AssociationRule outside) {

  /**
   * Counts a rule on both sides.
   *
   * @param rule found anywhere
   * @param inside some baskets
   * @param outside the others
   * @return the rule on both sides
   */
  public static Contrast of(AssociationRule rule, Baskets inside, Baskets outside) {
    return new Contrast(rule.in(inside), rule.in(outside));
  }

  /**
   * The probability of so many hits inside, or more, if the confidence were the same on both sides: Fisher's exact test
   * over the baskets that hold the antecedent.
   *
   * @return in [0, 1]; 1 when one side has no such basket
   */
  public double pValue() {
    return Hypergeometric.upperTail(
        inside.count(),
        inside.antecedentCount(),
        inside.count() + outside.count(),
        inside.antecedentCount() + outside.antecedentCount());
  }

  /**
   * The lift inside over the lift outside.
   *
   * @return above 1 when the rule is stronger inside; infinite when outside no basket holds both; NaN when a side has no
   *     lift
   */
  public double liftRatio() {
    return inside.lift() / outside.lift();
  }
}
