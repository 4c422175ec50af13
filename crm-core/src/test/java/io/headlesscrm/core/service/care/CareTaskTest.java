package io.headlesscrm.core.service.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CareTaskTest {

  private static final List<CareState> ORDER = List.of(
      CareState.OPEN, CareState.CONTACTED, CareState.OPINION, CareState.PLANNED, CareState.CLOSED);
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void next_inOrder_keepsWhoAndWhen() {
    CareTask task = reached(CareState.PLANNED);

    assertThat(task.state()).isEqualTo(CareState.PLANNED);
    assertThat(task.steps())
        .extracting(CareStep::state)
        .containsExactly(CareState.OPEN, CareState.CONTACTED, CareState.OPINION, CareState.PLANNED);
    assertThat(task.steps().get(2))
        .isEqualTo(new CareStep(
            CareState.OPINION, "step 2", ActorId.of("lin"), START.plusSeconds(2 * 3600)));
    assertThat(task.findContact()).contains(START.plusSeconds(3600));
  }

  @ParameterizedTest
  @EnumSource(CareState.class)
  void next_everyOtherState_refused(CareState from) {
    if (from == CareState.CLOSED) {
      return;
    }
    for (CareState to : CareState.values()) {
      boolean isNext = ORDER.indexOf(to) == ORDER.indexOf(from) + 1 && to != CareState.CLOSED;
      assertThat(reached(from).next(to, "", by(9)))
          .as("%s to %s", from, to)
          .isInstanceOf(isNext ? CareMove.Moved.class : CareMove.Refused.class);
    }
  }

  @Test
  void closed_outcomes_eachFromItsEarliestStateOn() {
    for (CareState from : EnumSet.complementOf(EnumSet.of(CareState.CLOSED))) {
      assertThat(endsFrom(from))
          .as("from %s", from)
          .isEqualTo(
              switch (from) {
                case OPEN -> Set.of(CareOutcome.FALSE_ALARM, CareOutcome.NOT_REACHED);
                case CONTACTED, OPINION ->
                  Set.of(CareOutcome.FALSE_ALARM, CareOutcome.NOT_REACHED, CareOutcome.LOST);
                default -> EnumSet.allOf(CareOutcome.class);
              });
    }
  }

  @Test
  void next_beforeTheLastStep_isRefused() {
    CareTask contacted = reached(CareState.CONTACTED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacted.next(CareState.OPINION, "", by(0)))
        .withMessageContaining("must not be before the one at")
        .withMessageContaining("Maybe the year is wrong?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contacted.closed(CareOutcome.LOST, null, "", by(0)));
  }

  @Test
  void closed_twice_refused() {
    CareTask closed = reached(CareState.OPEN)
        .closed(CareOutcome.FALSE_ALARM, null, "bought again", by(1))
        .orThrow();

    assertThat(closed.isOpen()).isFalse();
    assertThat(closed.closed(CareOutcome.LOST, null, "", by(2)))
        .isInstanceOf(CareMove.Refused.class);
    assertThat(closed.next(CareState.CONTACTED, "", by(2))).isInstanceOf(CareMove.Refused.class);
  }

  @Test
  void closed_tooEarly_saysWhatIsMissing() {
    CareMove move = reached(CareState.CONTACTED).closed(CareOutcome.SAVED, null, "", by(2));

    assertThat(move).isInstanceOfSatisfying(CareMove.Refused.class, refused -> {
      assertThat(refused.reason())
          .hasToString("it cannot end as saved yet: it is contacted, it must have been planned");
      assertThat(refused.reason().text(Locale.CHINESE))
          .isEqualTo("还不能以“已挽留”结束：目前为“已联系”，至少须为“已定方案”");
    });
    assertThatIllegalStateException()
        .isThrownBy(move::orThrow)
        .withMessageContaining("it cannot end as saved yet");
  }

  @Test
  void closed_causeWithoutLeaving_thrown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reached(CareState.OPEN)
            .closed(CareOutcome.FALSE_ALARM, SwitchingCause.PRICE, "", by(1)))
        .withMessageContaining("PRICE")
        .withMessageContaining("must be SAVED or LOST. Maybe");
  }

  @Test
  void control_anyStep_refusedButTheEndThatWasSeen() {
    CareTask control = reached(CareState.OPEN).asControl();

    assertThat(control.next(CareState.CONTACTED, "", by(1))).isInstanceOf(CareMove.Refused.class);
    for (CareOutcome end : List.of(CareOutcome.SAVED, CareOutcome.NOT_REACHED)) {
      assertThat(control.closed(end, null, "", by(1)))
          .isEqualTo(new CareMove.Refused(Reason.of("care.left-alone")));
    }
    assertThat(control.closed(CareOutcome.LOST, null, "", by(1)).orThrow().outcome())
        .isEqualTo(CareOutcome.LOST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.withOwner(ActorId.of("wu")))
        .withMessageContaining("control group");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reached(CareState.CONTACTED).asControl());
  }

  @Test
  void constructor_stepsOutOfOrder_thrown() {
    CareTask task = reached(CareState.PLANNED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CareTask(
            "W-1",
            task.customer(),
            CareTask.RETENTION,
            List.of(),
            task.due(),
            null,
            false,
            List.of(task.steps().get(0), task.steps().get(3)),
            null,
            null))
        .withMessageContaining("out of order");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            CareTask.open(" ", task.customer(), CareTask.RETENTION, List.of(), task.due(), by(0)))
        .withMessageContaining("id of a task is blank");
  }

  @Test
  void toString_anyTask_nothingPersonal() {
    assertThat(reached(CareState.CONTACTED)).hasToString("retention task W-1 (CONTACTED)");
    assertThat(reached(CareState.CONTACTED).steps().get(1).toString()).doesNotContain("step 1");
  }

  private static Set<CareOutcome> endsFrom(CareState from) {
    Set<CareOutcome> ends = EnumSet.noneOf(CareOutcome.class);
    for (CareOutcome outcome : CareOutcome.values()) {
      if (reached(from).closed(outcome, null, "", by(9)) instanceof CareMove.Moved) {
        ends.add(outcome);
      }
    }
    return ends;
  }

  private static CareTask reached(CareState state) {
    CareTask task = CareTask.open(
        "W-1",
        CustomerId.of("C1"),
        CareTask.RETENTION,
        List.of(Reason.of("test.silent").with("days", 96)),
        LocalDate.of(2026, 3, 9),
        by(0));
    for (int i = 1; i <= ORDER.indexOf(state); i++) {
      task = task.next(ORDER.get(i), "step " + i, by(i)).orThrow();
    }
    return task;
  }

  private static Attribution by(int hour) {
    return Attribution.of("lin", "sales", START.plusSeconds(hour * 3600L));
  }
}
