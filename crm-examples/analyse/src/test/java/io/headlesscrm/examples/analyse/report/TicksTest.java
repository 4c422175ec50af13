package io.headlesscrm.examples.analyse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void between_anyRange_areRoundAndHoldIt() {
    assertThat(Ticks.between(0, 1)).hasSize(6).startsWith(0.0).endsWith(1.0);
    assertThat(Ticks.between(0, 437)).isEqualTo(List.of(0.0, 100.0, 200.0, 300.0, 400.0, 500.0));
    assertThat(Ticks.between(-30, 90)).isEqualTo(List.of(-50.0, 0.0, 50.0, 100.0));
    assertThat(Ticks.between(-2_000, 0))
        .isEqualTo(List.of(-2_000.0, -1_500.0, -1_000.0, -500.0, 0.0));
  }
}
