package io.headlesscrm.core.customer.development;

import static io.headlesscrm.core.customer.development.Changes.day;
import static io.headlesscrm.core.customer.stage.Stage.ACTUAL;
import static io.headlesscrm.core.customer.stage.Stage.DORMANT;
import static io.headlesscrm.core.customer.stage.Stage.LOST;
import static io.headlesscrm.core.customer.stage.Stage.POTENTIAL;
import static io.headlesscrm.core.customer.stage.Stage.TARGET;
import static io.headlesscrm.core.customer.stage.Stage.WON_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.stage.Stage;
import io.headlesscrm.core.customer.stage.StageChange;
import io.headlesscrm.core.customer.stage.StageHistory;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.storage.CrmStorage;
import io.headlesscrm.core.storage.memory.InMemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelTest {

  /**
   * Six potential ones: a, b, c, f went on after 2, 4, 6 and 0 days, d was lost after 10, e is open for 20. Three targets: a
   * bought after 5 days, b fell back after 6, c is open.
   */
  private static final Changes HAND_MADE = new Changes()
      .way("a", 0, POTENTIAL, 2, TARGET, 7, ACTUAL, 90, DORMANT, 95, WON_BACK)
      .way("b", 0, POTENTIAL, 4, TARGET, 10, POTENTIAL)
      .way("c", 0, POTENTIAL, 6, TARGET)
      .way("d", 0, POTENTIAL, 10, LOST)
      .way("e", 80, POTENTIAL)
      .way("f", 1, POTENTIAL, 1, ACTUAL);

  private static final Map<String, String> SOURCES =
      Map.of("a", "fair", "b", "fair", "c", "web", "d", "web", "e", "web");

  /** b is potential a second time, so seven entered, two of which are open. */
  @Test
  void flow_handMade_countsRatesAndMedians() {
    Funnel funnel = Funnel.of(HAND_MADE.stays(100));

    StageFlow potential = funnel.flow(POTENTIAL);
    assertThat(potential)
        .isEqualTo(
            new StageFlow(POTENTIAL, 7, 4, 1, 0, 2, OptionalDouble.of(6), OptionalDouble.of(3)));
    assertThat(potential.rate()).hasValue(0.8);
    StageFlow target = funnel.flow(TARGET);
    assertThat(target)
        .isEqualTo(
            new StageFlow(TARGET, 3, 1, 0, 1, 1, OptionalDouble.of(6), OptionalDouble.of(5)));
    assertThat(target.rate()).hasValue(0.5);
    assertThat(funnel.flow(ACTUAL))
        .isEqualTo(
            new StageFlow(ACTUAL, 2, 0, 0, 1, 1, OptionalDouble.of(83), OptionalDouble.empty()));
    assertThat(funnel.flow(DORMANT).rate()).hasValue(1);
    assertThat(funnel.flow(WON_BACK).rate()).isEmpty();
  }

  @Test
  void flow_nobody_zerosAndAbsent() {
    StageFlow nobody = Funnel.of(new Changes().stays(0)).flow(TARGET);

    assertThat(nobody)
        .isEqualTo(
            new StageFlow(TARGET, 0, 0, 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(nobody.rate()).isEmpty();
  }

  /**
   * Lengths 1, 2+, 3, 4+, 5 of five stays, + for open: S(1) = 4/5, S(3) = 4/5 x 2/3 = 0.533, S(5) = 0. Left out, the open
   * ones would make the median 3.
   */
  @Test
  void medianDays_openOnes_censored() {
    Changes changes = new Changes()
        .way("a", 0, POTENTIAL, 1, LOST)
        .way("b", 8, POTENTIAL)
        .way("c", 0, POTENTIAL, 3, TARGET)
        .way("d", 6, POTENTIAL)
        .way("e", 0, POTENTIAL, 5, ACTUAL);

    assertThat(Funnel.of(changes.stays(10)).flow(POTENTIAL).medianDays()).hasValue(5);
  }

  /**
   * Weeks of remission of patients under 6-MP and under placebo, + for those still in remission: published medians 23 and 8.
   *
   * <p>Source: Freireich et al. (1963), Blood 21; Gehan (1965), Biometrika 52, from which the survival texts take them.
   */
  @ParameterizedTest
  @CsvSource({
    "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+, 23",
    "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23, 8"
  })
  void medianDays_remissionTimes_publishedMedian(String lengths, double median) {
    Changes changes = new Changes();
    for (String length : lengths.split(" ")) {
      String customer = "c" + changes.all().size();
      int days = Integer.parseInt(length.replace("+", ""));
      if (length.endsWith("+")) {
        changes.way(customer, 40 - days, POTENTIAL);
      } else {
        changes.way(customer, 0, POTENTIAL, days, LOST);
      }
    }

    assertThat(Funnel.of(changes.stays(40)).flow(POTENTIAL).medianDays()).hasValue(median);
  }

  @Test
  void medianDays_fewerThanHalfEnded_absent() {
    Changes changes =
        new Changes().way("a", 0, POTENTIAL, 1, LOST).way("b", 0, POTENTIAL).way("c", 0, POTENTIAL);

    assertThat(Funnel.of(changes.stays(10)).flow(POTENTIAL).medianDays()).isEmpty();
  }

  @Test
  void enteredIn_period_startCountsAndEndDoesNot() {
    Funnel funnel = Funnel.of(HAND_MADE.stays(100));

    assertThat(funnel.enteredIn(day(1), day(80)).flow(POTENTIAL).entered()).isEqualTo(2);
    assertThat(funnel.enteredIn(day(80), day(81)).flow(POTENTIAL).open()).isEqualTo(1);
  }

  @Test
  void of_changesFromTheInstantItself_leftOut() {
    Funnel funnel = Funnel.of(HAND_MADE.stays(4));

    assertThat(funnel.flow(TARGET).entered()).isEqualTo(1);
    assertThat(funnel.flow(POTENTIAL).open()).isEqualTo(3);
  }

  @Test
  void by_source_groupsAddUpAndUnknownIsKept() {
    Funnel funnel = Funnel.of(HAND_MADE.stays(100));

    Map<String, Funnel> groups = funnel.by(stay -> SOURCES.get(stay.customer().value()));

    assertThat(groups).containsOnlyKeys("fair", "web", Funnel.UNKNOWN);
    assertThat(groups.get("web").flow(POTENTIAL).rate()).hasValue(0.5);
    assertThat(groups.get("fair").flow(POTENTIAL).entered()).isEqualTo(3);
    assertThat(groups.get(Funnel.UNKNOWN).flow(ACTUAL).open()).isEqualTo(1);
  }

  @Test
  void by_ownerAtTheTime_stayCountsForWhoOwnedItThen() {
    Funnel funnel = Funnel.of(HAND_MADE.stays(100));

    Map<String, Funnel> owners =
        funnel.by(stay -> stay.since().isBefore(day(5)) ? "sales-1" : "sales-2");

    assertThat(owners.get("sales-1").flow(TARGET).entered()).isEqualTo(2);
    assertThat(owners.get("sales-2").flow(TARGET).entered()).isEqualTo(1);
  }

  @Test
  void read_storage_equalsTheOneInMemory() {
    CrmStorage storage = new InMemoryStorage();
    storage.unitOfWork().required(() -> storage.log(StageChange.TYPE).append(HAND_MADE.all()));

    assertThat(Funnel.of(StageStays.read(storage, day(7))))
        .isEqualTo(Funnel.of(HAND_MADE.stays(7)));
  }

  /** The lead "b" turns out to be the buyer "a": its later changes say nothing, and its entry is one with that of "a". */
  @Test
  void of_mergedCustomers_countedOnceAsTheBuyer() {
    Changes changes =
        new Changes().way("a", 0, POTENTIAL, 10, ACTUAL).way("b", 5, POTENTIAL, 20, LOST);

    Funnel merged = Funnel.of(StageStays.of(merged(changes.all(), "b", "a"), day(100)));

    assertThat(merged.flow(POTENTIAL).entered()).isEqualTo(1);
    assertThat(merged.flow(POTENTIAL).converted()).isEqualTo(1);
    assertThat(merged.flow(LOST).entered()).isZero();
    assertThat(merged.flow(ACTUAL).open()).isEqualTo(1);
  }

  @Test
  void of_mergedWithABuyerInTheSameStage_isABuyer() {
    List<StageChange> changes = List.of(
        Changes.change("a", 0, null, LOST, 0, false), Changes.change("a", 1, null, LOST, 3, true));

    assertThat(StageStays.of(changes, day(9)).all())
        .containsExactly(new Stay(CustomerId.of("a"), LOST, true, day(0), null, null));
  }

  @Test
  void stay_endWithoutNextStage_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stay(CustomerId.of("a"), LOST, true, day(0), day(1), null))
        .withMessageContaining("it must have both or neither");
  }

  @Property(tries = 200)
  void flows_anyWaysInAnyOrder_sumsAndOrderInvariance(
      @ForAll @IntRange(max = 12) int customers, @ForAll long seed) {
    List<StageChange> changes = ways(customers, new Random(seed));
    Funnel funnel = Funnel.of(StageStays.of(changes, day(300)));
    Collections.shuffle(changes, new Random(seed));

    assertThat(Funnel.of(StageStays.of(changes, day(300)))).isEqualTo(funnel);
    int ends = 0;
    for (StageFlow flow : funnel.flows()) {
      assertThat(flow.entered())
          .isEqualTo(flow.converted() + flow.lost() + flow.setBack() + flow.open());
      flow.rate().ifPresent(rate -> assertThat(rate).isBetween(0.0, 1.0));
      ends += flow.open();
    }
    assertThat(ends).isEqualTo(customers);
    assertThat(sumOfGroups(funnel)).isEqualTo(counts(funnel));
  }

  @Property(tries = 200)
  void stays_anyWaysMerged_agreeWithTheHistory(
      @ForAll @IntRange(min = 1, max = 4) int customers,
      @ForAll long seed,
      @ForAll @IntRange(max = 300) int at) {
    List<StageChange> changes = new ArrayList<>(ways(customers, new Random(seed)));
    for (int i = 1; i < customers; i++) {
      changes = merged(changes, "c" + i, "c0");
    }
    Instant instant = day(at);

    List<Stage> there = StageStays.of(changes, instant.plusNanos(1)).all().stream()
        .filter(stay -> stay.covers(instant))
        .map(Stay::stage)
        .toList();

    assertThat(there)
        .isEqualTo(StageHistory.of(changes).findStageAt(instant).stream().toList());
  }

  private static List<StageChange> merged(List<StageChange> changes, String from, String to) {
    return new ArrayList<>(changes.stream()
        .map(change ->
            StageChange.TYPE.customers().replaced(change, CustomerId.of(from), CustomerId.of(to)))
        .toList());
  }

  /** Random legal ways of up to six changes within 200 days. */
  private static List<StageChange> ways(int customers, Random random) {
    List<StageChange> changes = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      @Nullable Stage stage = null;
      boolean buyer = false;
      int day = random.nextInt(50);
      for (int n = 0; n <= random.nextInt(6); n++) {
        List<Stage> moves = stage == null ? List.of(POTENTIAL) : moves(stage, buyer);
        Stage next = moves.get(random.nextInt(moves.size()));
        buyer |= EnumSet.of(ACTUAL, DORMANT, WON_BACK).contains(next);
        changes.add(Changes.change("c" + i, n, stage, next, day, buyer));
        stage = next;
        day += random.nextInt(30);
      }
    }
    return changes;
  }

  private static List<Stage> moves(Stage stage, boolean buyer) {
    EnumSet<Stage> moves = EnumSet.noneOf(Stage.class);
    moves.addAll(stage.moves(buyer));
    if (!buyer) {
      moves.add(ACTUAL);
    }
    return List.copyOf(moves);
  }

  private static Map<String, Integer> counts(Funnel funnel) {
    Map<String, Integer> counts = new HashMap<>();
    for (StageFlow flow : funnel.flows()) {
      counts.put(flow.stage() + " entered", flow.entered());
      counts.put(flow.stage() + " converted", flow.converted());
      counts.put(flow.stage() + " lost", flow.lost());
      counts.put(flow.stage() + " open", flow.open());
    }
    return counts;
  }

  private static Map<String, Integer> sumOfGroups(Funnel funnel) {
    Map<String, Integer> sums = counts(new Funnel(funnel.asOf(), List.of()));
    funnel
        .by(stay ->
            stay.customer().value().endsWith("1") ? null : stay.customer().value())
        .values()
        .forEach(group -> counts(group).forEach((key, n) -> sums.merge(key, n, Integer::sum)));
    return sums;
  }
}
