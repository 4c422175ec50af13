package io.headlesscrm.core.customer.development;

import static io.headlesscrm.core.customer.stage.Stage.ACTUAL;
import static io.headlesscrm.core.customer.stage.Stage.DORMANT;
import static io.headlesscrm.core.customer.stage.Stage.LOST;
import static io.headlesscrm.core.customer.stage.Stage.POTENTIAL;
import static io.headlesscrm.core.customer.stage.Stage.TARGET;
import static io.headlesscrm.core.customer.stage.Stage.WON_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageStrategiesTest {

  private static final SalesStrategy WIN =
      new SalesStrategy("win", Set.of(POTENTIAL, TARGET), List.of("visit"));
  private static final SalesStrategy KEEP =
      new SalesStrategy("keep", Set.of(ACTUAL, WON_BACK), List.of("tailored bundle"));
  private static final SalesStrategy WAKE =
      new SalesStrategy("wake", Set.of(DORMANT, LOST), List.of("call"));
  private static final StageStrategies STRATEGIES = StageStrategies.of(List.of(WIN, KEEP, WAKE));

  @Test
  void of_everyStage_itsOneStrategy() {
    assertThat(STRATEGIES.of(TARGET)).isEqualTo(WIN);
    assertThat(STRATEGIES.of(WON_BACK)).isEqualTo(KEEP);
    assertThat(STRATEGIES.of(LOST)).isEqualTo(WAKE);
  }

  @Test
  void of_stageWithoutOrWithTwo_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageStrategies.of(List.of(WIN, KEEP)))
        .withMessageContaining("DORMANT has 0 strategies [], it must have exactly one");
    SalesStrategy again = new SalesStrategy("again", Set.of(TARGET), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StageStrategies.of(List.of(WIN, KEEP, WAKE, again)))
        .withMessageContaining("TARGET has 2 strategies [win, again]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SalesStrategy("", Set.of(), List.of()));
  }

  /** New: a and b potential, of whom only a is valued at 50; c lost. Old: d actual 70, e lost 30, f actual of unknown value. */
  @Test
  void report_newAndOld_apart() {
    StageStays stays = new Changes()
        .way("a", 0, POTENTIAL)
        .way("b", 0, TARGET, 3, POTENTIAL)
        .way("c", 0, POTENTIAL, 4, LOST)
        .way("d", 0, POTENTIAL, 4, ACTUAL)
        .way("e", 0, POTENTIAL, 4, ACTUAL, 5, LOST)
        .way("f", 0, ACTUAL)
        .stays(30);
    Map<String, Money> values = Map.of("a", cny("50"), "d", cny("70"), "e", cny("30"));

    NewAndOld report = STRATEGIES.report(
        stays,
        customer -> Optional.ofNullable(values.get(customer.value())),
        Currency.getInstance("CNY"));

    assertThat(line(report.newOnes(), POTENTIAL))
        .isEqualTo(new StrategyLine(POTENTIAL, WIN, 2, 1, cny("50")));
    assertThat(line(report.newOnes(), LOST))
        .isEqualTo(new StrategyLine(LOST, WAKE, 1, 0, cny("0")));
    assertThat(line(report.oldOnes(), LOST))
        .isEqualTo(new StrategyLine(LOST, WAKE, 1, 1, cny("30")));
    assertThat(line(report.oldOnes(), ACTUAL))
        .isEqualTo(new StrategyLine(ACTUAL, KEEP, 2, 1, cny("70")));
    assertThat(report.newOnes()).hasSize(Stage.values().length);
    assertThat(report.newOnes().stream().mapToInt(StrategyLine::customers).sum())
        .isEqualTo(3);
    assertThat(report.oldOnes().stream().mapToInt(StrategyLine::customers).sum())
        .isEqualTo(3);
  }

  private static StrategyLine line(List<StrategyLine> lines, Stage stage) {
    return lines.stream().filter(line -> line.stage() == stage).findFirst().orElseThrow();
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
