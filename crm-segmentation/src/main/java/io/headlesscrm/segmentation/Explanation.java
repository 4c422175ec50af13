package io.headlesscrm.segmentation;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import java.util.List;
import java.util.Locale;

/**
 * Why a customer is in a segment, and what would move the customer to another one.
 *
 * @param customer whom it is about
 * @param segment where the customer is
 * @param reasons the numbers behind it first, then the distances to the neighbouring segments
 */
public record Explanation(CustomerId customer, Segment segment, List<Reason> reasons) {

  public Explanation {
    requireNonNull(customer, "customer");
    requireNonNull(segment, "segment");
    reasons = List.copyOf(reasons);
  }

  /**
   * The explanation in words.
   *
   * @param locale Chinese gives Chinese, every other one English
   * @return a line with customer and segment, then one line for each reason
   */
  public String text(Locale locale) {
    StringBuilder text = new StringBuilder(customer + ": " + segment.name(locale));
    reasons.forEach(reason -> text.append("\n- ").append(reason.text(locale)));
    return text.toString();
  }

  /** The explanation in English. */
  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
