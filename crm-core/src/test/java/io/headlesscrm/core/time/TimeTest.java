package io.headlesscrm.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  @Test
  void window_halfOpen_lastDayDoesNotCount() {
    ObservationWindow window = new ObservationWindow(MARCH, MARCH.plusDays(2));

    assertThat(window.days()).isEqualTo(2);
    assertThat(window.contains(MARCH)).isTrue();
    assertThat(window.contains(MARCH.plusDays(2))).isFalse();
    assertThat(window).hasToString("[2026-03-01, 2026-03-03)");
    assertThatThrownBy(() -> new ObservationWindow(MARCH, MARCH.minusDays(1)))
        .hasMessageContaining("swapped");
  }

  @ParameterizedTest
  @EnumSource(TimeScale.class)
  void continuousRate_anyUnit_compoundsToTheAnnualDiscount(TimeScale unit) {
    double rate = unit.continuousRate(.15);

    assertThat(Math.expm1(rate * unit.unitsPerYear())).isCloseTo(.15, within(1e-15));
    assertThat(TimeScale.parse(unit.name())).isEqualTo(unit);
    assertThat(unit.toDays(unit.fromDays(35))).isEqualTo(35);
  }

  @Test
  void fromDays_weeksAndHours_exact() {
    assertThat(TimeScale.WEEK.fromDays(272)).isEqualTo(272 / 7.0);
    assertThat(TimeScale.HOUR.fromDays(2)).isEqualTo(48);
    assertThat(TimeScale.HOUR.unitsPerYear()).isEqualTo(8766);
  }

  @Test
  void parse_unknownOrNegative_refused() {
    assertThatThrownBy(() -> TimeScale.parse("month")).hasMessageContaining("hour, day or week");
    assertThatThrownBy(() -> TimeScale.DAY.continuousRate(-.1)).hasMessageContaining("-0.1");
    assertThatThrownBy(() -> TimeScale.DAY.continuousRate(Double.NaN)).hasMessageContaining("NaN");
  }
}
