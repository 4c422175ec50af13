package io.headlesscrm.core.purchase.recognition;

import static io.headlesscrm.core.purchase.recognition.Purchases.credit;
import static io.headlesscrm.core.purchase.recognition.Purchases.history;
import static io.headlesscrm.core.purchase.recognition.Purchases.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.purchase.recognition.SecondPurchases.Cohort;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SecondPurchasesTest {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);

  /** January: a on the 30th day, b on the 31st, c on the same day only, d never. February: e at once. */
  private static final List<PurchaseHistory> HISTORIES = List.of(
      history(sale("a", "1", "2026-01-05", "10"), sale("a", "2", "2026-02-04", "10")),
      history(sale("b", "3", "2026-01-05", "10"), sale("b", "4", "2026-02-05", "10")),
      history(sale("c", "5", "2026-01-31", "10"), sale("c", "6", "2026-01-31", "10")),
      history(sale("d", "7", "2026-01-31", "10")),
      history(sale("e", "8", "2026-02-01", "10"), sale("e", "9", "2026-02-02", "10")),
      history());

  @Test
  void of_closedAndOpenCohort_openLeftOutOfTheRate() {
    SecondPurchases figures = within30(HISTORIES, LocalDate.of(2026, 3, 3));

    assertThat(figures.cohorts())
        .containsExactly(
            new Cohort(JANUARY, 4, 1, false), new Cohort(JANUARY.plusMonths(1), 1, 1, true));
    assertThat(figures.rate()).hasValue(0.25);
    assertThat(figures.cohorts().get(0).rate()).hasValue(0.25);
    assertThat(figures.cohorts().get(1).rate()).isEmpty();
  }

  /** The last of January's customers has its 30th day on 2 March, which must have passed. */
  @Test
  void of_dayOnWhichACohortCloses_bound() {
    assertThat(within30(HISTORIES, LocalDate.of(2026, 3, 2)).closed()).isEmpty();
    assertThat(within30(HISTORIES, LocalDate.of(2026, 3, 2)).rate()).isEmpty();
    assertThat(within30(HISTORIES, LocalDate.of(2026, 3, 3)).closed()).hasSize(1);
  }

  @Test
  void of_purchaseTakenBack_doesNotCount() {
    List<PurchaseHistory> histories = List.of(history(
        sale("a", "1", "2026-01-05", "10"),
        sale("a", "2", "2026-01-06", "10"),
        credit("a", "3", "2026-01-07", "-10", "2")));

    assertThat(within30(histories, LocalDate.of(2026, 6, 1)).rate()).hasValue(0);
  }

  @Test
  void of_purchasesFromTheDayItself_leftOut() {
    assertThat(within30(HISTORIES, LocalDate.of(2026, 2, 2)).cohorts())
        .containsExactly(
            new Cohort(JANUARY, 4, 0, true), new Cohort(JANUARY.plusMonths(1), 1, 0, true));
  }

  @Test
  void of_noDays_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SecondPurchases.of(HISTORIES, 0, LocalDate.of(2026, 3, 3), ZoneOffset.UTC))
        .withMessageContaining("withinDays is 0, it must be at least 1");
  }

  @Property(tries = 100)
  void of_anyOrder_sameCohortsThatSumToAllBuyers(
      @ForAll @Size(max = 12) List<@IntRange(max = 120) Integer> gaps, @ForAll long seed) {
    List<PurchaseHistory> histories = new ArrayList<>();
    LocalDate start = LocalDate.of(2026, 1, 1);
    for (int i = 0; i < gaps.size(); i++) {
      LocalDate first = start.plusDays(7L * i);
      histories.add(history(
          sale("c" + i, i + "a", first.toString(), "1"),
          sale("c" + i, i + "b", first.plusDays(gaps.get(i)).toString(), "1")));
    }
    SecondPurchases figures = within30(histories, start.plusDays(200));
    Collections.shuffle(histories, new Random(seed));

    assertThat(within30(histories, start.plusDays(200))).isEqualTo(figures);
    assertThat(figures.cohorts().stream().mapToInt(Cohort::customers).sum()).isEqualTo(gaps.size());
    assertThat(figures.cohorts().stream().mapToInt(Cohort::converted).sum())
        .isEqualTo((int) gaps.stream().filter(gap -> gap >= 1 && gap <= 30).count());
  }

  private static SecondPurchases within30(List<PurchaseHistory> histories, LocalDate asOf) {
    return SecondPurchases.of(histories, 30, asOf, ZoneOffset.UTC);
  }
}
