package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchaseSummaryTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  @Property
  void merge_anySplitAndOrder_equalsOneByOne(
      @ForAll @Size(max = 60) List<@IntRange(min = -3000, max = 300_000) Integer> days,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<PurchaseSummary> parts = new ArrayList<>(Collections.nCopies(3, PurchaseSummary.empty()));
    PurchaseSummary all = PurchaseSummary.empty();
    for (int day : days) {
      long amount = random.nextInt(10_000);
      int part = random.nextInt(3);
      boolean isReturn = random.nextInt(5) == 0;
      all = with(all, day, amount, isReturn);
      parts.set(part, with(parts.get(part), day, amount, isReturn));
    }
    Collections.shuffle(parts, random);

    PurchaseSummary left = parts.get(0).merge(parts.get(1)).merge(parts.get(2));
    PurchaseSummary right = parts.get(2).merge(parts.get(1)).merge(parts.get(0));

    assertThat(left).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(right).isEqualTo(all);
  }

  @Property
  void epochDays_anyPurchases_distinctAndAscending(
      @ForAll @Size(max = 80) List<@IntRange(min = -9, max = 99999) Integer> days) {
    PurchaseSummary summary = PurchaseSummary.empty();
    for (int day : days) {
      summary = summary.withPurchase(LocalDate.ofEpochDay(day), 1);
    }

    assertThat(summary.epochDays())
        .containsExactly(new TreeSet<>(days).stream().mapToInt(d -> d).toArray());
    assertThat(summary.purchases()).isEqualTo(days.size());
  }

  private static PurchaseSummary with(
      PurchaseSummary summary, int day, long amount, boolean isReturn) {
    return isReturn
        ? summary.withReturn(amount)
        : summary.withPurchase(LocalDate.ofEpochDay(day), amount);
  }

  @Test
  void withPurchase_twoBranchesOfOneSummary_neitherDisturbsTheOther() {
    PurchaseSummary common =
        PurchaseSummary.empty().withPurchase(MARCH, 1).withPurchase(MARCH.plusDays(3), 1);

    PurchaseSummary left = common.withPurchase(MARCH.plusDays(10), 1);
    PurchaseSummary right = common.withPurchase(MARCH.plusDays(20), 1);

    assertThat(left.lastDay()).isEqualTo(MARCH.plusDays(10));
    assertThat(right.lastDay()).isEqualTo(MARCH.plusDays(20));
    assertThat(left.epochDays()[2] - left.epochDays()[1]).isEqualTo(7);
    assertThat(right.epochDays()[2] - right.epochDays()[1]).isEqualTo(17);
    assertThat(common.purchases()).isEqualTo(2);
  }

  @Test
  void statistics_handMadeCustomer_firstDayLeftOutOfTheMean() {
    PurchaseSummary summary = PurchaseSummary.empty()
        .withPurchase(MARCH, 1000)
        .withPurchase(MARCH, 500)
        .withPurchase(MARCH.plusDays(7), 200)
        .withPurchase(MARCH.plusDays(7), 100)
        .withPurchase(MARCH.plusDays(21), 500);

    assertThat(summary.purchases()).isEqualTo(5);
    assertThat(summary.repeatPurchases()).isEqualTo(2);
    assertThat(summary.recencyOfLast()).isEqualTo(21);
    assertThat(summary.meanRepeatSpendMinor()).isEqualTo(400);
    assertThat(summary.sumOfLogGaps(TimeScale.WEEK)).isEqualTo(Math.log(1) + Math.log(2));
  }

  @Test
  void of_roundTrip_equal() {
    PurchaseSummary summary = PurchaseSummary.empty()
        .withPurchase(MARCH, 10)
        .withPurchase(MARCH.plusDays(500), 20)
        .withReturn(3);

    assertThat(PurchaseSummary.of(
            summary.purchases(),
            summary.epochDays(),
            summary.spendMinor(),
            summary.firstDaySpendMinor(),
            summary.returnedMinor()))
        .isEqualTo(summary);
  }

  @Test
  void of_daysNotAscending_refused() {
    assertThatThrownBy(() -> PurchaseSummary.of(2, new int[] {5, 5}, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 follows 5");
  }

  @Test
  void empty_anyDay_refused() {
    assertThat(PurchaseSummary.empty().isEmpty()).isTrue();
    assertThatThrownBy(() -> PurchaseSummary.empty().firstDay())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void base_ofSummaries_readsAsABaseOfALog() {
    PurchaseSummary summary =
        PurchaseSummary.empty().withPurchase(MARCH, 10).withPurchase(MARCH.plusDays(5), 20);
    CustomerBase base = CustomerBase.of(
        Map.of(CustomerId.of("C1"), summary, CustomerId.of("C2"), PurchaseSummary.empty()),
        MARCH.plusDays(10),
        Samples.EUR);

    assertThat(base.size()).isEqualTo(1);
    assertThat(base.recencyDays(0)).isEqualTo(5);
    assertThat(base.age(0)).isEqualTo(9);
    assertThat(base.findRow(CustomerId.of("C2"))).isEmpty();
    assertThatThrownBy(() ->
            CustomerBase.of(Map.of(CustomerId.of("C1"), summary), MARCH.plusDays(5), Samples.EUR))
        .hasMessageContaining("C1 bought on 2026-03-06");
  }

  @Test
  void measures_hostAddsColumn_missingIsNotZero() {
    PurchaseSummary summary = PurchaseSummary.empty().withPurchase(MARCH, 1050);
    CustomerBase base = CustomerBase.of(
        Map.of(CustomerId.of("C1"), summary, CustomerId.of("C2"), summary),
        MARCH.plusDays(10),
        Samples.EUR);
    Measure margin = Measure.of("margin", "EUR");

    CustomerBase more =
        base.with(margin, Map.of(CustomerId.of("C2"), 3.5, CustomerId.of("stranger"), 1));

    assertThat(more.values(margin)).containsExactly(Double.NaN, 3.5);
    assertThat(more.value(Measure.MONETARY, 0)).isEqualTo(10.5);
    assertThat(base.has(margin)).isFalse();
    assertThatThrownBy(() -> base.value(margin, 0)).hasMessageContaining("margin (EUR)");
    assertThatThrownBy(() -> base.with(Measure.FREQUENCY, new double[2]))
        .hasMessageContaining("derived");
    assertThatThrownBy(() -> base.with(margin, new double[3])).hasMessageContaining("3 values");
  }
}
