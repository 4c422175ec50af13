package io.headlesscrm.examples.analyse.generate;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonTest {
  private final Season season = new Season(LocalDate.of(2024, 1, 1), 366);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25",
        "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
        "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"
      })
  void chineseNewYear_ofAYear_isWithinADay(LocalDate newYear) {
    LocalDate computed = ChineseNewYear.of(newYear.getYear());

    assertThat(Math.abs(DAYS.between(computed, newYear))).isLessThanOrEqualTo(1);
  }

  @Test
  void dayAt_anyPart_staysWithinTheSpanAndFollowsTheMass() {
    assertThat(season.dayAt(10, 10, 0.999999)).isEqualTo(10);
    assertThat(season.dayAt(10, 20, 0)).isEqualTo(10);
    assertThat(season.dayAt(10, 20, 1 - 1e-16)).isEqualTo(20);
    for (int day = 0; day < season.days(); day++) {
      double part = season.mass(0, day) / season.mass(0, season.days() - 1);
      assertThat(season.dayAt(0, season.days() - 1, part - 1e-9)).isEqualTo(day);
    }
  }

  @Test
  void mass_ofParts_addsUp() {
    assertThat(season.mass(0, 99) + season.mass(100, 365))
        .isCloseTo(season.mass(0, 365), within(1e-9));
  }

  @Test
  void weight_ofASunday_isBelowThatOfTheMonday() {
    assertThat(Season.weight(LocalDate.of(2024, 4, 14)))
        .isLessThan(0.5 * Season.weight(LocalDate.of(2024, 4, 15)));
  }
}
