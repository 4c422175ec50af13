package io.headlesscrm.core.service.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CareResultsTest {

  private static final Attribution BY =
      Attribution.of("lin", "sales", Instant.parse("2026-03-02T08:00:00Z"));

  private final List<CareTask> tasks = new ArrayList<>();

  @Test
  void of_handMade_savedLostAndPrecision() {
    end(3, CareOutcome.SAVED, null);
    end(2, CareOutcome.LOST, null);
    end(5, CareOutcome.FALSE_ALARM, null);
    end(4, CareOutcome.NOT_REACHED, null);
    endControl(3, CareOutcome.LOST);
    endControl(1, CareOutcome.FALSE_ALARM);
    tasks.add(task());

    CareResults results = CareResults.of(tasks);

    assertThat(results.saved()).isEqualTo(3);
    assertThat(results.lost()).isEqualTo(2);
    assertThat(results.open()).isEqualTo(1);
    assertThat(results.treated()).containsEntry(CareOutcome.NOT_REACHED, 4);
    assertThat(results.findSavedShare()).hasValue(0.6);
    assertThat(results.findPrecision()).hasValue(0.5);
    assertThat(results.findControlPrecision()).hasValue(0.75);
  }

  @Test
  void of_nothing_noShares() {
    CareResults results = CareResults.of(tasks);

    assertThat(results.treated())
        .hasSize(4)
        .allSatisfy((outcome, count) -> assertThat(count).isZero());
    assertThat(results.findSavedShare()).isEmpty();
    assertThat(results.findPrecision()).isEmpty();
    assertThat(results.findControlPrecision()).isEmpty();
  }

  @Test
  void causes_handMade_sharesOfTheKnownSumToOne() {
    end(4, CareOutcome.LOST, SwitchingCause.PRICE);
    end(3, CareOutcome.LOST, SwitchingCause.RESPONSE_TO_FAILURE);
    end(1, CareOutcome.LOST, SwitchingCause.INVOLUNTARY);
    end(2, CareOutcome.LOST, null);
    end(6, CareOutcome.SAVED, SwitchingCause.COMPETITION);
    endControl(5, CareOutcome.LOST);

    LeavingCauses causes = LeavingCauses.of(tasks);

    assertThat(causes.lost()).isEqualTo(10);
    assertThat(causes.unknown()).isEqualTo(2);
    assertThat(causes.shares())
        .hasSize(8)
        .containsEntry(SwitchingCause.PRICE, 0.5)
        .containsEntry(SwitchingCause.RESPONSE_TO_FAILURE, 0.375)
        .containsEntry(SwitchingCause.INVOLUNTARY, 0.125)
        .containsEntry(SwitchingCause.COMPETITION, 0.0);
    assertThat(
            causes.shares().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-15));
    assertThat(causes.findUnknownShare()).hasValue(0.2);
    assertThat(causes.findAvoidableRate(140)).hasValue(0.05);
  }

  @Test
  void causes_nobodyLost_empty() {
    LeavingCauses causes = LeavingCauses.of(tasks);

    assertThat(causes.shares()).isEmpty();
    assertThat(causes.findUnknownShare()).isEmpty();
    assertThat(causes.findAvoidableRate(0)).isEmpty();
  }

  @Test
  void findAvoidableRate_moreLostThanThere_thrown() {
    end(2, CareOutcome.LOST, SwitchingCause.ETHICS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeavingCauses.of(tasks).findAvoidableRate(1))
        .withMessageContaining("at least the 2 that were lost");
  }

  @ParameterizedTest
  @EnumSource(SwitchingCause.class)
  void remedy_everyCause_inBothLanguages(SwitchingCause cause) {
    assertThat(SwitchingCause.values()).hasSize(8);
    assertThat(cause.isAvoidable()).isEqualTo(cause != SwitchingCause.INVOLUNTARY);
    assertThat(cause.remedy().text(Locale.ENGLISH)).doesNotContain("care.");
    assertThat(cause.label().text(Locale.ENGLISH)).doesNotContain("care.");
    assertThat(cause.remedy().text(Locale.CHINESE))
        .isNotEqualTo(cause.remedy().text(Locale.ENGLISH))
        .doesNotContain("care.");
  }

  private void end(int times, CareOutcome outcome, @Nullable SwitchingCause cause) {
    for (int i = 0; i < times; i++) {
      CareTask task = task();
      for (CareState state : List.of(CareState.CONTACTED, CareState.OPINION, CareState.PLANNED)) {
        task = task.next(state, "", BY).orThrow();
      }
      tasks.add(task.closed(outcome, cause, "", BY).orThrow());
    }
  }

  private void endControl(int times, CareOutcome outcome) {
    for (int i = 0; i < times; i++) {
      tasks.add(task().asControl().closed(outcome, null, "", BY).orThrow());
    }
  }

  private CareTask task() {
    return CareTask.open(
        "W-" + tasks.size(),
        CustomerId.of("C" + tasks.size()),
        CareTask.RETENTION,
        List.of(),
        LocalDate.of(2026, 3, 9),
        BY);
  }
}
