package io.headlesscrm.churn.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeasonalProfileTest {

  /** 30 days of April count twice: the year is worth 395 days, so that each of them is worth 730/395. */
  @Test
  void of_anyScale_hasTheMeanOneOverAYear() {
    double[] factors = new double[12];
    Arrays.fill(factors, 5);
    factors[3] = 10;
    SeasonalProfile profile = SeasonalProfile.of(SeasonGrain.MONTH, factors);

    assertThat(profile.factor(LocalDate.of(2026, 4, 30))).isCloseTo(730 / 395.0, within(1e-12));
    assertThat(profile.factor(LocalDate.of(2026, 5, 1))).isCloseTo(365 / 395.0, within(1e-12));
    assertThat(profile.operationalDays(LocalDate.of(2026, 4, 29), LocalDate.of(2026, 5, 3)))
        .isCloseTo((2 * 730 + 2 * 365) / 395.0, within(1e-12));
    assertThat(profile.operationalDays(LocalDate.of(2025, 7, 9), LocalDate.of(2026, 7, 9)))
        .isCloseTo(365, within(1e-10));
    assertThat(SeasonalProfile.of(SeasonGrain.MONTH, profile.factors())).isEqualTo(profile);
  }

  @ParameterizedTest
  @EnumSource
  void flat_anyDays_areWorthThemselves(SeasonGrain grain) {
    LocalDate day = LocalDate.of(2024, 2, 28);
    assertThat(SeasonalProfile.flat(grain).operationalDays(day, day.plusDays(400)))
        .isEqualTo(400);
    assertThat(SeasonalProfile.flat(grain).operationalDays(day, day)).isZero();
    assertThat(Arrays.stream(grain.days()).sum()).isEqualTo(365);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-01, 0", "2025-01-07, 0", "2025-01-08, 1", "2025-02-28, 8", "2024-02-29, 8",
    "2024-03-01, 8", "2025-03-01, 8", "2024-12-24, 51", "2025-12-24, 51", "2025-12-23, 50",
    "2024-12-23, 50", "2024-12-31, 51", "2025-12-31, 51"
  })
  void slot_week_isTheSameInLeapYears(LocalDate day, int slot) {
    assertThat(SeasonGrain.WEEK.slot(day)).isEqualTo(slot);
  }

  @Test
  void wrongFactors_areRefused() {
    assertThatThrownBy(() -> SeasonalProfile.of(SeasonGrain.WEEK, new double[12]))
        .hasMessageContaining("one for each of 52 weeks. Maybe the grain is another one?");
    assertThatThrownBy(() -> SeasonalProfile.of(SeasonGrain.MONTH, new double[12]))
        .hasMessageContaining("a factor is 0.0, it must be above 0 and finite. Maybe");
    assertThatThrownBy(() -> SeasonGrain.parse("day")).hasMessageContaining("[month, week]");
    LocalDate day = LocalDate.of(2026, 1, 1);
    assertThatThrownBy(
            () -> SeasonalProfile.flat(SeasonGrain.MONTH).operationalDays(day, day.minusDays(1)))
        .hasMessageContaining("must not be before 2026-01-01");
  }
}
