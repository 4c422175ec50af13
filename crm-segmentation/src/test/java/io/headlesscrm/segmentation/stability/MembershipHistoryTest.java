package io.headlesscrm.segmentation.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.Measure;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.purchase.ReturnsPolicy;
import io.headlesscrm.core.time.ObservationWindow;
import io.headlesscrm.segmentation.Bases;
import io.headlesscrm.segmentation.Segment;
import io.headlesscrm.segmentation.Segmentation;
import io.headlesscrm.segmentation.SegmentationModel;
import io.headlesscrm.segmentation.abc.Abc;
import io.headlesscrm.segmentation.abc.ClassPolicy;
import io.headlesscrm.segmentation.abc.PolicyChange;
import io.headlesscrm.segmentation.grid.CutPoint;
import io.headlesscrm.segmentation.grid.Indicator;
import io.headlesscrm.segmentation.grid.Part;
import io.headlesscrm.segmentation.lifecycle.Lifecycle;
import io.headlesscrm.segmentation.lifecycle.Stage;
import io.headlesscrm.segmentation.value.ValueMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembershipHistoryTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final CustomerId A = CustomerId.of("a");

  /** Class A from 6.00, B from 3.00: limits of 60 and 90 % of 10.00. */
  private static final SegmentationModel CLASSES =
      Abc.builder().limits(60, 90).build().fit(Bases.amounts(600, 300, 100));

  /** A month each in which customer "a" spends so many euros; 0 is a month without a purchase. */
  private static List<Segmentation> months(int... euros) {
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Bases.EUR);
    for (int month = 0; month < euros.length; month++) {
      LocalDate day = START.plusMonths(month);
      log.add(CustomerId.of("z"), day, Money.of("1.00", "EUR"));
      if (euros[month] > 0) {
        log.add(A, day, Money.of(euros[month] + ".00", "EUR"));
      }
    }
    PurchaseLog built = log.build();
    List<Segmentation> months = new ArrayList<>();
    for (int month = 0; month < euros.length; month++) {
      LocalDate start = START.plusMonths(month);
      CustomerBase base =
          built.within(new ObservationWindow(start, start.plusMonths(1)), ReturnsPolicy.SALES);
      months.add(CLASSES.segment(base));
    }
    return months;
  }

  @Test
  void migration_laterDateFirst_isRefused() {
    List<Segmentation> months = months(7, 8);

    assertThat(MigrationMatrix.of(months.get(0), months.get(1)).flows()).isNotEmpty();
    assertThatThrownBy(() -> MigrationMatrix.of(months.get(1), months.get(0)))
        .hasMessageContaining("from is as of 2026-03-01 and to as of 2026-02-01")
        .hasMessageContaining("Maybe the two were swapped?");
  }

  /** A in January and February, C in March, nowhere in April, C in May and B in June; "z" is C all along. */
  @Test
  void policyChanges_newClass_newTreatmentOnceWithReason() {
    MembershipHistory history = MembershipHistory.of(months(7, 8, 2, 0, 2, 4));
    Map<Segment, ClassPolicy> policies = ClassPolicy.standard(Abc.byValue());

    List<PolicyChange> changes = PolicyChange.since(LocalDate.MIN, history, policies);
    assertThat(changes.stream().filter(change -> change.customer().equals(A)))
        .extracting(change -> change.on() + " " + kind(change.before()) + " " + kind(change.now()))
        .containsExactly(
            "2026-02-01 none KEY_ACCOUNT",
            "2026-04-01 KEY_ACCOUNT SMALL",
            "2026-05-01 SMALL none",
            "2026-06-01 none SMALL",
            "2026-07-01 SMALL ORDINARY");
    assertThat(changes.stream().filter(change -> !change.customer().equals(A))).hasSize(1);
    assertThat(PolicyChange.since(LocalDate.of(2026, 7, 1), history, policies))
        .singleElement()
        .satisfies(change ->
            assertThat(change.reasons().get(0)).hasToString("4.00 EUR: class B (3.00 to 6.00)"));
  }

  /** On the limit every second month: with two confirmations the treatment never changes. */
  @Test
  void policyChanges_flapping_confirmedOnesOnly() {
    Map<Segment, ClassPolicy> policies = ClassPolicy.standard(Abc.byValue());
    List<Segmentation> flapping = months(7, 5, 7, 5, 7, 5);
    assertThat(PolicyChange.since(
            LocalDate.of(2026, 3, 1), MembershipHistory.of(flapping, 2), policies))
        .isEmpty();
    assertThat(
            PolicyChange.since(LocalDate.of(2026, 3, 1), MembershipHistory.of(flapping), policies))
        .hasSize(5);
  }

  private static String kind(@Nullable ClassPolicy policy) {
    return policy == null ? "none" : policy.treatment().name();
  }

  @Test
  void of_changes_enteredLeftAndReason() {
    MembershipHistory history = MembershipHistory.of(months(7, 8, 2, 0, 4));

    assertThat(history.of(A))
        .hasToString("[A from 2026-02-01 to 2026-04-01, C from 2026-04-01 to 2026-05-01, B from"
            + " 2026-06-01]");
    assertThat(history.of(A).get(1).reasons().get(0))
        .hasToString("2.00 EUR: class C (3.00 or less)");
    assertThat(history.customers()).containsExactly(A, CustomerId.of("z"));
    assertThat(history.of(CustomerId.of("nobody"))).isEmpty();
    assertThat(history.segmentAsOf(A, START)).isNull();
    assertThat(history.segmentAsOf(A, LocalDate.of(2026, 4, 1)))
        .extracting(Segment::code)
        .isEqualTo("C");
    assertThat(history.segmentAsOf(A, LocalDate.of(2026, 5, 15))).isNull();
    assertThat(history.enteredSince(LocalDate.of(2026, 6, 1))).containsOnlyKeys(A);
  }

  /** On the cut the class changes back and forth; twice in a row is a change, once is not. */
  @Test
  void of_flapping_confirmedChangesOnly() {
    List<Segmentation> months = months(6, 5, 6, 5, 5, 6, 5);

    assertThat(MembershipHistory.of(months).of(A)).hasSize(6);
    assertThat(MembershipHistory.of(months, 2).of(A))
        .hasToString("[A from 2026-02-01 to 2026-06-01, B from 2026-06-01]");
    assertThatThrownBy(() -> MembershipHistory.of(months, 0)).hasMessageContaining("Maybe 1");
  }

  @Test
  void of_datesOutOfOrder_refused() {
    List<Segmentation> months = months(6, 5);

    assertThatThrownBy(() -> MembershipHistory.of(List.of(months.get(1), months.get(0))))
        .hasMessageContaining("a segmentation of 2026-02-01 follows one of 2026-03-01");
  }

  @Test
  void alerts_classASlips_theMostValuableFirstWithReasons() {
    Segmentation before = CLASSES.segment(Bases.amounts(700, 900, 650, 100, 800));
    Segmentation after = CLASSES.segment(Bases.amounts(300, 200, 660, 10));
    List<SlipAlert> alerts = SlipAlert.of(before, after);

    assertThat(alerts).extracting(alert -> alert.customer().value()).containsExactly("b", "e", "a");
    assertThat(alerts.get(0).reasons().get(0)).hasToString("was A and is C as of 2026-07-01");
    assertThat(alerts.get(0).reasons()).hasSizeGreaterThan(1);
    assertThat(alerts.get(1).to()).isNull();
    assertThat(alerts.get(1).reasons().get(0).text(Locale.CHINESE)).isEqualTo("原为A 类，现已不再是客户");
    assertThat(alerts.get(2).spend()).isEqualTo(Money.of("7.00", "EUR"));
  }

  /** Low tier, high potential, lost: "b" alone; "c" has no potential, "d" is still there, "a" was never low. */
  @Test
  void misgradedLosses_builtCase_countAndValue() {
    Measure interest = Measure.of("interest", "enquiries");
    PurchaseLogBuilder log = PurchaseLogBuilder.of(Bases.EUR)
        .add(CustomerId.of("a"), START, Money.of("600.00", "EUR"))
        .add(CustomerId.of("b"), START, Money.of("2.00", "EUR"))
        .add(CustomerId.of("c"), START, Money.of("2.00", "EUR"))
        .add(CustomerId.of("d"), START, Money.of("2.00", "EUR"));
    CustomerBase then =
        log.build().asOf(START.plusDays(30)).with(interest, new double[] {9, 8, 0, 9});
    CustomerBase now = log.add(CustomerId.of("d"), START.plusDays(360), Money.of("2.00", "EUR"))
        .build()
        .asOf(START.plusDays(365));
    Segmentation grades = CLASSES.segment(then);
    Segmentation potential = ValueMatrix.of(
            Indicator.spend(),
            CutPoint.at(100),
            Indicator.index("potential", "潜力", List.of(Part.of(interest, 0, 10))),
            CutPoint.at(0.5))
        .segment(then);
    Segmentation fate =
        Lifecycle.builder().gapWithoutRepeats(30).build().fit(then).segment(now);

    MisgradedLosses losses = MisgradedLosses.of(
        grades,
        Set.of(CLASSES.segments().get(2)),
        potential,
        Set.of(potential.model().segments().get(0), potential.model().segments().get(1)),
        fate,
        Set.of(Stage.LAPSED.segment()));

    assertThat(losses.customers()).containsExactly(CustomerId.of("b"));
    assertThat(losses.spend()).isEqualTo(Money.of("2.00", "EUR"));
  }
}
