package io.headlesscrm.core.purchase.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.time.ObservationWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionRateTest {

  private static final LocalDate START = LocalDate.of(2026, 4, 1);
  private static final LocalDate END = LocalDate.of(2026, 7, 1);
  private static final ObservationWindow QUARTER = new ObservationWindow(START, END);

  /**
   * With 90 days: A and B are customers at the start, A buys on and B does not; C came back, D is new, E was new and is
   * gone again at the end (90 days before 1 July is 2 April), F was gone before.
   */
  @Test
  void byActivity_handMade_keptNewAndReturned() {
    CustomerBase base = base(
        "A",
        "2026-02-01",
        "A",
        "2026-05-01",
        "B",
        "2026-03-31",
        "C",
        "2025-11-01",
        "C",
        "2026-06-30",
        "D",
        "2026-04-02",
        "E",
        "2026-04-01",
        "F",
        "2025-12-31");

    assertThat(RetentionRate.byActivity(base, List.of(QUARTER), 90, customer -> "all"))
        .containsExactly(new RetentionRate(QUARTER, "all", 2, 3, 1, 1));
  }

  @Test
  void byActivity_windowEdges_halfOpen() {
    CustomerBase base = base("A", "2026-01-01", "B", "2025-12-31", "C", "2026-04-01");

    RetentionRate rate =
        RetentionRate.byActivity(base, List.of(QUARTER), 90, customer -> "all").get(0);

    // 90 days before 1 April is 1 January, 91 days before 1 July is 1 April
    assertThat(rate.start()).isEqualTo(1);
    assertThat(rate.end()).isZero();
    assertThat(RetentionRate.byActivity(base, List.of(QUARTER), 91, customer -> "all"))
        .containsExactly(new RetentionRate(QUARTER, "all", 2, 1, 1, 0));
  }

  @Test
  void byContract_handMade_keptNewAndReturned() {
    List<Contract> contracts = List.of(
        contract("A", "2025-01-01", null),
        contract("B", "2025-01-01", "2026-04-01"),
        contract("C", "2025-01-01", "2026-05-01"),
        contract("C", "2026-06-01", null),
        contract("D", "2026-04-01", null),
        contract("E", "2025-01-01", "2025-06-01"),
        contract("E", "2026-06-30", null),
        contract("F", "2026-07-01", null));

    assertThat(RetentionRate.byContract(contracts, List.of(QUARTER), customer -> "all"))
        .containsExactly(new RetentionRate(QUARTER, "all", 3, 4, 1, 1));
  }

  @Test
  void findRetention_endLessNewOfStart_andChurnSumToOne() {
    RetentionRate rate = new RetentionRate(QUARTER, "all", 8, 9, 2, 1);

    assertThat(rate.kept()).isEqualTo(6);
    assertThat(rate.findRetention()).hasValue(0.75);
    assertThat(rate.findChurn()).hasValue(0.25);
    assertThat(new RetentionRate(QUARTER, "all", 0, 2, 2, 0).findRetention()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionRate(QUARTER, "all", 2, 5, 1, 0))
        .withMessageContaining("4 were kept");
  }

  /** Segments add up to the whole, and every count agrees with a count over all days one by one. */
  @Test
  void byActivity_madeUp_segmentsAddUpAndAgreeWithDayByDay() {
    Random random = new Random(4);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add("K" + i % 60);
      rows.add(LocalDate.of(2025, 7, 1).plusDays(random.nextInt(365)).toString());
    }
    CustomerBase base = base(rows.toArray(String[]::new));
    List<ObservationWindow> periods =
        List.of(QUARTER, new ObservationWindow(START.minusDays(60), START));

    List<RetentionRate> whole = RetentionRate.byActivity(base, periods, 45, customer -> "all");
    List<RetentionRate> parts = RetentionRate.byActivity(
        base, periods, 45, customer -> customer.value().endsWith("3") ? "three" : "other");

    assertThat(whole).hasSize(2);
    assertThat(parts).hasSize(4).extracting(RetentionRate::segment).startsWith("other", "three");
    for (int i = 0; i < 2; i++) {
      RetentionRate all = whole.get(i);
      RetentionRate one = parts.get(2 * i);
      RetentionRate two = parts.get(2 * i + 1);
      assertThat(one.start() + two.start()).isEqualTo(all.start());
      assertThat(one.kept() + two.kept()).isEqualTo(all.kept());
      assertThat(all.start()).isEqualTo(active(rows, all.period().start()).size());
      assertThat(all.end()).isEqualTo(active(rows, all.period().end()).size());
      List<String> kept = active(rows, all.period().start());
      kept.retainAll(active(rows, all.period().end()));
      assertThat(all.kept()).isEqualTo(kept.size());
      assertThat(all.findRetention().orElseThrow() + all.findChurn().orElseThrow())
          .isEqualTo(1);
    }
  }

  @Test
  void byActivity_periodBeyondTheBase_thrown() {
    CustomerBase base = base("A", "2026-02-01");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionRate.byActivity(
            base, List.of(new ObservationWindow(START, END.plusDays(1))), 90, id -> "all"))
        .withMessageContaining("Maybe leave the running period out?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionRate.byActivity(base, List.of(QUARTER), 0, id -> "all"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contract("A", "2026-02-01", "2026-02-01"));
    assertThat(RetentionRate.byActivity(base, List.of(), 90, id -> "all")).isEmpty();
  }

  private static List<String> active(List<String> rows, LocalDate day) {
    List<String> active = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += 2) {
      LocalDate bought = LocalDate.parse(rows.get(i + 1));
      if (bought.isBefore(day)
          && !bought.isBefore(day.minusDays(45))
          && !active.contains(rows.get(i))) {
        active.add(rows.get(i));
      }
    }
    return active;
  }

  private static CustomerBase base(String... customersAndDays) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int i = 0; i < customersAndDays.length; i += 2) {
      builder.add(
          CustomerId.of(customersAndDays[i]),
          LocalDate.parse(customersAndDays[i + 1]),
          Money.of("10.00", "EUR"));
    }
    return builder.build().asOf(END);
  }

  private static Contract contract(String customer, String from, @Nullable String until) {
    return new Contract(
        CustomerId.of(customer),
        LocalDate.parse(from),
        until == null ? null : LocalDate.parse(until));
  }
}
