package io.headlesscrm.core.customer.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.ActorId;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.json.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "POTENTIAL,TARGET,true,false",
    "POTENTIAL,ACTUAL,false,true",
    "TARGET,POTENTIAL,true,false",
    "TARGET,ACTUAL,false,true",
    "TARGET,LOST,true,false",
    "LOST,TARGET,true,false",
    "LOST,ACTUAL,false,true",
    "LOST,WON_BACK,false,true",
    "ACTUAL,DORMANT,false,true",
    "ACTUAL,LOST,false,true",
    "ACTUAL,TARGET,false,false",
    "ACTUAL,POTENTIAL,false,false",
    "ACTUAL,WON_BACK,false,false",
    "DORMANT,WON_BACK,false,true",
    "DORMANT,ACTUAL,false,false",
    "WON_BACK,ACTUAL,false,true",
    "WON_BACK,DORMANT,false,true"
  })
  void mayBecome_prospectAndBuyer_ownMoves(Stage from, Stage to, boolean prospect, boolean buyer) {
    assertThat(from.mayBecome(to, false)).isEqualTo(prospect);
    assertThat(from.mayBecome(to, true)).isEqualTo(buyer);
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void afterPurchase_anyStage_stayedOrLegal(Stage stage) {
    Stage next = stage.afterPurchase(true);

    assertThat(next.equals(stage) || stage.mayBecome(next, true)).isTrue();
    assertThat(stage.mayBecome(stage, true)).isFalse();
  }

  @Test
  void afterPurchase_lost_prospectIsActualBuyerWonBack() {
    assertThat(Stage.LOST.afterPurchase(false)).isEqualTo(Stage.ACTUAL);
    assertThat(Stage.LOST.afterPurchase(true)).isEqualTo(Stage.WON_BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTUAL,179,",
    "ACTUAL,180,DORMANT",
    "ACTUAL,540,LOST",
    "WON_BACK,200,DORMANT",
    "DORMANT,200,",
    "DORMANT,540,LOST",
    "LOST,9999,",
    "TARGET,9999,",
    "DORMANT,10,"
  })
  void findDue_silence_onTheDayOfTheBound(Stage stage, int days, @Nullable Stage due) {
    LocalDate today = LocalDate.of(2026, 1, 1);

    assertThat(StageRules.DEFAULT.findDue(stage, today.minusDays(days), today).orElse(null))
        .isEqualTo(due);
  }

  @Test
  void rules_boundsSwapped_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StageRules(9, 9))
        .withMessageContaining("lostAfterDays is 9, it must be more than dormantAfterDays");
    assertThatIllegalArgumentException().isThrownBy(() -> new StageRules(0, 9));
  }

  @Test
  void change_document_roundTrip() {
    StageChange first = change("1", null, Stage.POTENTIAL, 0, false);
    StageChange second = change("2", Stage.POTENTIAL, Stage.ACTUAL, 1, true);

    for (StageChange change : List.of(first, second)) {
      assertThat(StageChange.TYPE.read(
              JsonDocument.parse(StageChange.TYPE.write(change).toString())))
          .isEqualTo(change);
    }
  }

  @Test
  void change_toTheSameStage_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change("1", Stage.LOST, Stage.LOST, 0, false))
        .withMessageContaining("it must be another stage");
  }

  @Test
  void history_anyOrder_stagesAndTimes() {
    StageHistory history = StageHistory.of(List.of(
        change("2", Stage.POTENTIAL, Stage.ACTUAL, 10, true),
        change("3", Stage.ACTUAL, Stage.DORMANT, 40, true),
        change("1", null, Stage.POTENTIAL, 0, false)));

    assertThat(history.findStageAt(START.minusNanos(1))).isEmpty();
    assertThat(history.findStageAt(START)).contains(Stage.POTENTIAL);
    assertThat(history.findStageAt(day(10))).contains(Stage.ACTUAL);
    assertThat(history.findStageAt(day(99))).contains(Stage.DORMANT);
    assertThat(history.timeInStages(day(45)))
        .isEqualTo(Map.of(
            Stage.POTENTIAL, Duration.ofDays(10),
            Stage.ACTUAL, Duration.ofDays(30),
            Stage.DORMANT, Duration.ofDays(5)));
    assertThat(history.timeInStages(day(4))).isEqualTo(Map.of(Stage.POTENTIAL, Duration.ofDays(4)));
  }

  @Test
  void history_ofBuyerAndMergedLead_theBuyerCounts() {
    StageHistory history = StageHistory.of(List.of(
        change("a1", null, Stage.POTENTIAL, 0, false),
        change("a2", Stage.POTENTIAL, Stage.ACTUAL, 10, true),
        change("b1", null, Stage.POTENTIAL, 5, false),
        change("b2", Stage.POTENTIAL, Stage.LOST, 20, false)));

    assertThat(history.findLatest()).map(StageChange::id).contains("a2");
    assertThat(history.timeInStages(day(30)))
        .isEqualTo(Map.of(Stage.POTENTIAL, Duration.ofDays(10), Stage.ACTUAL, Duration.ofDays(20)));
  }

  private static StageChange change(
      String id, @Nullable Stage from, Stage to, int day, boolean buyer) {
    return new StageChange(
        id,
        CustomerId.of("C1"),
        from,
        to,
        day(day),
        buyer,
        ActorId.of("desk"),
        Reason.of("stage.registered"));
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }
}
