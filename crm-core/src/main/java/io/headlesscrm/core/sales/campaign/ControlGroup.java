package io.headlesscrm.core.sales.campaign;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.headlesscrm.core.id.CustomerId;
import java.nio.charset.StandardCharsets;

/**
 * The customers whom a campaign leaves alone, so that what it does can be told from what happens anyway. Who belongs to
 * it is drawn from the name of the campaign and the id of the customer, and from nothing else: the same customers on
 * every machine, in any order, and also of those who come later. Another campaign leaves others alone. The group of a
 * larger share holds that of a smaller one.
 *
 * <pre>{@code
 * ControlGroup control = new ControlGroup("win-back 2026", 0.1);
 * Uplift uplift = Uplift.of(targets, control, boughtSince::contains);
 * }</pre>
 *
 * @param campaign not blank
 * @param share of the customers, in [0, 1]; the group of a sample has about that share of it
 */
public record ControlGroup(String campaign, double share) {

  private static final double UNIT = 0x1p-53;

  public ControlGroup {
    requireNonNull(campaign, "campaign");
    if (campaign.isBlank()) {
      throw new IllegalArgumentException(
          "the name of a campaign is blank, it must not be. Maybe its subject and year?");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share is " + share + ", it must be in [0, 1]. Maybe 0.1 is what you want?");
    }
  }

  /**
   * Whether the campaign leaves a customer alone.
   *
   * @param customer any
   * @return true for about the share of all customers
   */
  public boolean contains(CustomerId customer) {
    return point(customer) < share;
  }

  /** Uniform in [0, 1); the length keeps "ab" and "c" apart from "a" and "bc". */
  private double point(CustomerId customer) {
    String text = campaign.length() + ":" + campaign + customer.value();
    long bits = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asLong();
    return (bits >>> 11) * UNIT;
  }
}
