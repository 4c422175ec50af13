package io.headlesscrm.examples.analyse.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class GeneratorOptionsTest {
  private static final GeneratorOptions OPTIONS = GeneratorOptions.of(10, 20, 1);

  @Test
  void of_fewerPurchasesThanCustomers_isRefused() {
    assertThatThrownBy(() -> GeneratorOptions.of(10, 9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("purchases = 9 must be >= customers (10)")
        .hasMessageContaining("Maybe");
  }

  @Test
  void of_noCustomers_isRefused() {
    assertThatThrownBy(() -> GeneratorOptions.of(0, 9, 1)).hasMessageContaining("customers = 0");
  }

  @Test
  void withPeriod_endBeforeStart_isRefused() {
    LocalDate start = LocalDate.of(2024, 5, 1);
    assertThatThrownBy(() -> OPTIONS.withPeriod(start, start.minusDays(1)))
        .hasMessageContaining("end = 2024-04-30");
  }

  @Test
  void withDirtyShare_aboveAHalf_isRefused() {
    assertThatThrownBy(() -> OPTIONS.withDirtyShare(0.6)).hasMessageContaining("dirtyShare = 0.6");
    assertThatThrownBy(() -> OPTIONS.withDirtyShare(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void with_eachOption_changesThatOneOnly() {
    GeneratorOptions changed = OPTIONS.withDirtyShare(0.25).withColumns(Columns.LEAN);

    assertThat(changed.withDirtyShare(0.002).withColumns(Columns.FULL)).isEqualTo(OPTIONS);
  }
}
