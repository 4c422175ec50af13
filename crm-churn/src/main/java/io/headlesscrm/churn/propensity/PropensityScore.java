package io.headlesscrm.churn.propensity;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How likely one customer is to buy an item, and why.
 *
 * @param customer who
 * @param item what
 * @param horizon how far the score looks ahead
 * @param probability of buying it on at least one day within the horizon, in [0, 1]
 * @param reasons the weightiest first; may be empty
 */
public record PropensityScore(
    CustomerId customer, String item, Horizon horizon, double probability, List<Reason> reasons) {

  public PropensityScore {
    requireNonNull(customer, "customer");
    requireNonNull(item, "item");
    requireNonNull(horizon, "horizon");
    requireProbability(probability);
    reasons = List.copyOf(reasons);
  }

  static void requireProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is " + probability + ", it must be in [0, 1]. Maybe a signal is NaN?");
    }
  }

  /**
   * The score and its reasons in words.
   *
   * @param locale Chinese gives Chinese, every other one English
   * @return one line
   */
  public String text(Locale locale) {
    Reason score = Reason.of("churn.item.score")
        .with("probability", probability)
        .withValue("item", item)
        .with("days", horizon.days());
    String why =
        reasons.stream().map(reason -> reason.text(locale)).collect(Collectors.joining("; "));
    return customer + ": " + score.text(locale) + (why.isEmpty() ? "" : ": " + why);
  }

  /** One line in English, such as {@code 17850: 93.1 % likely to buy coffee within 90 days: bought it ...}. */
  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
