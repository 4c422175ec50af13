package io.headlesscrm.segmentation.basket;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.internal.math.Hypergeometric;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who buys the one also buys the other. All figures come from four whole numbers; none is rounded on the way.
 *
 * <p>Source: R. Agrawal, T. Imieli&nacute;ski and A. Swami, Mining association rules between sets of items in large
 * databases, SIGMOD 1993, doi:10.1145/170035.170072 (support, confidence); S. Brin et al., Dynamic itemset counting and
 * implication rules for market basket data, SIGMOD 1997, doi:10.1145/253260.253325 (lift, conviction); G.
 * Piatetsky-Shapiro, Discovery, analysis and presentation of strong rules, 1991 (leverage).
 *
 * @param antecedent what was bought, sorted, not empty
 * @param consequent what is bought with it, sorted, not empty
 * @param count baskets that hold both
 * @param antecedentCount baskets that hold the antecedent
 * @param consequentCount baskets that hold the consequent
 * @param baskets how many baskets there are
 * @param adjustedPValue {@link #pValue()} corrected for the number of rules that were mined together, in [0, 1]
 * @param isRedundant whether a part of the antecedent, or nothing at all, makes the consequent at least as likely
 */
public record AssociationRule(
    List<String> antecedent,
    List<String> consequent,
    int count,
    int antecedentCount,
    int consequentCount,
    int baskets,
    double adjustedPValue,
    boolean isRedundant) {

  public AssociationRule {
    antecedent = List.copyOf(antecedent);
    consequent = List.copyOf(consequent);
    if (antecedent.isEmpty() || consequent.isEmpty()) {
      throw new IllegalArgumentException("the rule is " + antecedent + " => " + consequent
          + ", neither side may be empty. Maybe an item got lost?");
    }
    if (count < 0
        || count > Math.min(antecedentCount, consequentCount)
        || Math.max(antecedentCount, consequentCount) > baskets) {
      throw new IllegalArgumentException("counts are " + count + " of " + antecedentCount + " and "
          + consequentCount + " in " + baskets
          + ", a part must not exceed its whole. Maybe two are swapped?");
    }
  }

  /**
   * The share of the baskets that hold both sides.
   *
   * @return in [0, 1]
   */
  public double support() {
    return (double) count / baskets;
  }

  /**
   * The share of the baskets with the antecedent that hold the consequent too.
   *
   * @return in [0, 1]; NaN when no basket has the antecedent
   */
  public double confidence() {
    return (double) count / antecedentCount;
  }

  /**
   * How much likelier the consequent is with the antecedent than anyway.
   *
   * @return 1 when the two have nothing to do with each other; NaN when a side is in no basket
   */
  public double lift() {
    return (double) count * baskets / ((double) antecedentCount * consequentCount);
  }

  /**
   * The share of the baskets that hold both beyond what chance would bring.
   *
   * @return in [-0.25, 0.25]
   */
  public double leverage() {
    long difference = (long) count * baskets - (long) antecedentCount * consequentCount;
    return (double) difference / ((double) baskets * baskets);
  }

  /**
   * How much rarer the antecedent is without the consequent than chance would make it.
   *
   * @return 1 for independent sides; infinite when the antecedent is never without the consequent
   */
  public double conviction() {
    int without = antecedentCount - count;
    return without == 0 && antecedentCount > 0
        ? Double.POSITIVE_INFINITY
        : (double) antecedentCount * (baskets - consequentCount) / ((double) baskets * without);
  }

  /**
   * The probability of so many baskets with both, or more, if the two had nothing to do with each other: Fisher's exact
   * test, one-sided.
   *
   * @return in [0, 1]
   */
  public double pValue() {
    return Hypergeometric.upperTail(count, antecedentCount, consequentCount, baskets);
  }

  /**
   * The same rule counted in other baskets.
   *
   * @param others any, such as those of a segment
   * @return the rule with their counts; its p-value is not corrected
   */
  public AssociationRule in(Baskets others) {
    List<String> both = Stream.concat(antecedent.stream(), consequent.stream()).toList();
    int together = others.count(both);
    int left = others.count(antecedent);
    int right = others.count(consequent);
    return new AssociationRule(
        antecedent,
        consequent,
        together,
        left,
        right,
        others.size(),
        Hypergeometric.upperTail(together, left, right, others.size()),
        isRedundant);
  }

  /** Whether count / antecedentCount is at least a decimal, compared as whole numbers. */
  boolean isAtLeast(BigDecimal confidence) {
    return BigDecimal.valueOf(count)
            .compareTo(confidence.multiply(BigDecimal.valueOf(antecedentCount)))
        >= 0;
  }

  AssociationRule judged(double pValue, boolean redundant) {
    return new AssociationRule(
        antecedent,
        consequent,
        count,
        antecedentCount,
        consequentCount,
        baskets,
        pValue,
        redundant);
  }

  /**
   * The rule in words.
   *
   * @return for any language
   */
  public Reason toReason() {
    return Reason.of("basket.rule")
        .withValue("antecedent", String.join(", ", antecedent))
        .withValue("consequent", String.join(", ", consequent))
        .with("count", count)
        .with("of", antecedentCount)
        .with("confidence", confidence())
        .with("lift", lift());
  }

  /** Such as {@code {nappies} => {beer}: 3 of 4, lift 1.25}. */
  @Override
  public String toString() {
    return "{" + String.join(", ", antecedent) + "} => {" + String.join(", ", consequent) + "}: "
        + count + " of " + antecedentCount + ", lift " + lift();
  }
}
