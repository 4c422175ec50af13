package io.headlesscrm.core.purchase.recognition;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.time.ObservationWindow;
import org.jspecify.annotations.Nullable;

/**
 * A period and what was spent on advertising in it.
 *
 * @param window the days of the period
 * @param adCost what was spent; null when not known, which is not zero
 */
public record AdvertisedPeriod(
    ObservationWindow window, @Nullable Money adCost) {

  public AdvertisedPeriod {
    requireNonNull(window, "window");
    if (adCost != null && adCost.minorUnits() < 0) {
      throw new IllegalArgumentException(
          "adCost is " + adCost + ", it must be at least 0. Maybe the sign is that of an account?");
    }
  }
}
