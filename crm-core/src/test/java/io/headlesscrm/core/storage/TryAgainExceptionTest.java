package io.headlesscrm.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TryAgainExceptionTest {

  @Test
  void orThrow_refused_tellsToTryAgain() {
    assertThatThrownBy(() -> new WriteOutcome.Refused<>(Refusal.STALE).orThrow())
        .isInstanceOf(TryAgainException.class)
        .hasMessageContaining("STALE");
  }

  @Test
  void contended_cause_isKept() {
    ArithmeticException cause = new ArithmeticException();

    TryAgainException contended = new ContendedUnitException(cause);

    assertThat(contended).hasCause(cause).hasMessageContaining("Repeat the unit");
  }
}
