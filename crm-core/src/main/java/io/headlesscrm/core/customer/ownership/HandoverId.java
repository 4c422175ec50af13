package io.headlesscrm.core.customer.ownership;

import static java.util.Objects.requireNonNull;

/**
 * Names one hand-over. The caller chooses it.
 *
 * @param value not blank
 */
public record HandoverId(String value) {

  public HandoverId {
    if (requireNonNull(value, "value").isBlank()) {
      throw new IllegalArgumentException(
          "hand-over id is blank, it must not be. Maybe the number of the request was not set?");
    }
  }

  /**
   * The hand-over of that name.
   *
   * @param value not blank
   * @return the identifier
   */
  public static HandoverId of(String value) {
    return new HandoverId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
