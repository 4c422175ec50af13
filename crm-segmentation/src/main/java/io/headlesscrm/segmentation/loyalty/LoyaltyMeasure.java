package io.headlesscrm.segmentation.loyalty;

import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.segmentation.grid.Part;
import java.util.Locale;

/** The twelve measures of loyalty, each with its direction. The host brings the values, on any scale. */
public enum LoyaltyMeasure {
  /** How often the customer came back. */
  REPEAT_PURCHASES(true),
  /** How many different services or goods the customer uses. */
  CROSS_BUYING(true),
  /** How much more the customer buys than before. */
  INCREASE(true),
  /** How long the customer hesitates before a purchase; less is more loyal. */
  CHOICE_TIME(false),
  /** How well the customer thinks of rivals; less is more loyal. */
  ATTITUDE_TO_RIVALS(false),
  /** How strongly the customer reacts to prices; less is more loyal. */
  PRICE_SENSITIVITY(false),
  /** How the customer takes a fault; see {@link LoyaltyMarks#addFaultTolerance}. */
  FAULT_TOLERANCE(true),
  /** How long the customer has been one. */
  LIFETIME(true),
  /** How satisfied the customer is. */
  SATISFACTION(true),
  /** How often the customer recommends. */
  WORD_OF_MOUTH(true),
  /** How likely the customer stays. */
  RETENTION(true),
  /** How likely the customer leaves; less is more loyal. */
  CHURN(false);

  private final boolean moreIsLoyal;

  LoyaltyMeasure(boolean moreIsLoyal) {
    this.moreIsLoyal = moreIsLoyal;
  }

  /**
   * Whether a higher value means more loyalty.
   *
   * @return false for choice time, rivals, price sensitivity and churn
   */
  public boolean isMoreLoyal() {
    return moreIsLoyal;
  }

  /**
   * The measure of the base.
   *
   * @param unit of the host's scale
   * @return a measure of this name
   */
  public Measure measure(String unit) {
    return Measure.of(name().toLowerCase(Locale.ROOT).replace('_', ' '), unit);
  }

  /**
   * The measure as part of an index of loyalty, in its direction.
   *
   * @param unit of the host's scale
   * @param low the lower end of the scale
   * @param high the upper end, above {@code low}
   * @return with weight 1, worst and best by the direction of the measure
   */
  public Part part(String unit, double low, double high) {
    if (!(low < high)) {
      throw new IllegalArgumentException(this + " goes from " + low + " to " + high
          + ", the scale must ascend. Maybe swap the two? The direction is known.");
    }
    return moreIsLoyal ? Part.of(measure(unit), low, high) : Part.of(measure(unit), high, low);
  }
}
