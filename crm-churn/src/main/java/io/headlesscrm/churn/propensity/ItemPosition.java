package io.headlesscrm.churn.propensity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;

/**
 * How an item stands with the customers of one segment.
 *
 * @param segment its label
 * @param item what
 * @param customers of the segment, at least 1
 * @param expectedBuyers how many of them are expected to buy the item within the horizon: the sum of their probabilities
 * @param meanPropensity of the segment, in [0, 1]
 * @param meanOfAll of all customers, in [0, 1]
 * @param pValue two-sided, in [0, 1]: how often as many customers drawn from all have a mean as far off; corrected for how
 *     many segments and items are compared
 */
public record ItemPosition(
    String segment,
    String item,
    int customers,
    double expectedBuyers,
    double meanPropensity,
    double meanOfAll,
    double pValue) {

  public ItemPosition {
    requireNonNull(segment, "segment");
    requireNonNull(item, "item");
  }

  /**
   * How many times as likely the segment is to buy the item as all customers.
   *
   * @return at least 0; NaN when nobody is expected to buy it
   */
  public double lift() {
    return meanPropensity / meanOfAll;
  }

  /**
   * Whether the item is for this segment: more likely to be bought than by all, and not by chance.
   *
   * @param level such as 0.05
   * @return true for a lift above 1 and a p-value below the level
   */
  public boolean isFor(double level) {
    return lift() > 1 && pValue < level;
  }

  /**
   * The position in words.
   *
   * @return the propensity of the segment beside that of all
   */
  public Reason reason() {
    return Reason.of("churn.item.position")
        .withValue("segment", segment)
        .withValue("item", item)
        .with("customers", customers)
        .with("mean", meanPropensity)
        .with("all", meanOfAll)
        .with("lift", lift())
        .with("p", pValue);
  }

  /** One line in English. */
  @Override
  public String toString() {
    return reason().toString();
  }
}
