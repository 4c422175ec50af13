package io.headlesscrm.churn;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How likely one customer is not to buy, and why.
 *
 * @param customer who
 * @param horizon how far the score looks ahead
 * @param churnProbability of no purchase within the horizon, in [0, 1]
 * @param reasons the weightiest first; may be empty
 */
public record ChurnScore(
    CustomerId customer, Horizon horizon, double churnProbability, List<Reason> reasons) {

  public ChurnScore {
    requireNonNull(customer, "customer");
    requireNonNull(horizon, "horizon");
    requireProbability(churnProbability);
    reasons = List.copyOf(reasons);
  }

  static void requireProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "churn probability is " + probability + ", it must be in [0, 1]");
    }
  }

  /**
   * The score and its reasons in words.
   *
   * @param locale Chinese gives Chinese, every other one English
   * @return one line
   */
  public String text(Locale locale) {
    Reason score =
        Reason.of("churn.score").with("probability", churnProbability).with("days", horizon.days());
    String why =
        reasons.stream().map(reason -> reason.text(locale)).collect(Collectors.joining("; "));
    return customer + ": " + score.text(locale) + (why.isEmpty() ? "" : ": " + why);
  }

  /** One line in English, such as {@code 17850: 93.1 % likely not to buy within 90 days: silent for ...}. */
  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
