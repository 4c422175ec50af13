package io.headlesscrm.churn.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaseRatesTest {

  private static final BaseRates RATES =
      new BaseRates(List.of(new BaseRates.Window(60, 99, 24), new BaseRates.Window(30, 199, 19)));

  @Test
  void rate_lengthOfAWindow_isItsPart() {
    assertThat(RATES.rate(60)).isCloseTo(24.5 / 100, within(1e-15));
    assertThat(RATES.rate(30)).isCloseTo(19.5 / 200, within(1e-15));
  }

  /** Who does not buy within 120 days has not bought within twice 60. */
  @Test
  void rate_otherLength_keepsThePaceOfTheNearest() {
    assertThat(RATES.rate(120)).isCloseTo(1 - 0.755 * 0.755, within(1e-15));
    assertThat(RATES.rate(45)).isCloseTo(1 - Math.pow(0.9025, 1.5), within(1e-15));
  }

  @Test
  void mostAndFewest_overWindows() {
    assertThat(RATES.mostBuyers()).isEqualTo(24);
    assertThat(RATES.fewestOthers()).isEqualTo(75);
    assertThat(RATES.rows()).isEqualTo(298);
    assertThat(new BaseRates(List.of(new BaseRates.Window(60, 0, 0))).hasCustomers())
        .isFalse();
  }
}
