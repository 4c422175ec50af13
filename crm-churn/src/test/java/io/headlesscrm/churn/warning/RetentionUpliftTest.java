package io.headlesscrm.churn.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.churn.Interval;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.service.care.CareTask;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionUpliftTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** Newcombe (1998), table II, method 10: 56/70 less 48/80 is from .0524 to .3339, and 9/10 less 3/10 from .1705 to .8090. */
  @ParameterizedTest
  @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090"})
  void findUplift_published_intervalOfMethod10(
      int hits, int treated, int controlHits, int control, double low, double high) {
    Interval uplift =
        new RetentionUplift(treated, hits, control, controlHits, 0).findUplift().orElseThrow();

    assertThat(uplift.estimate())
        .isCloseTo((double) hits / treated - (double) controlHits / control, within(1e-15));
    assertThat(uplift.low()).isCloseTo(low, within(5e-5));
    assertThat(uplift.high()).isCloseTo(high, within(5e-5));
  }

  /** Fisher's lady tasting tea: 1 + 16 tables of 70 either way. */
  @Test
  void pValue_ladyTastingTea_byHand() {
    assertThat(new RetentionUplift(4, 3, 4, 1, 0).pValue()).isCloseTo(34 / 70.0, within(1e-13));
    assertThat(new RetentionUplift(4, 4, 4, 0, 0).pValue()).isCloseTo(2 / 70.0, within(1e-13));
    assertThat(new RetentionUplift(4, 2, 4, 2, 0).pValue()).isCloseTo(1, within(1e-13));
  }

  /** All tables of small margins, with binomial coefficients from Pascal's triangle. */
  @Test
  void pValue_allSmallTables_bruteForce() {
    for (int a = 0; a <= 7; a++) {
      for (int b = 0; b <= 5; b++) {
        assertThat(new RetentionUplift(7, a, 5, b, 0).pValue())
            .isCloseTo(bruteForce(a, 7, b, 5), within(1e-12));
      }
    }
  }

  @Test
  void of_tasksAndPurchases_countedAsTheListHadPutThem() {
    PurchaseLog log = log("A", 0, "B", 29, "C", 30, "E", 5, "Z", 200);
    List<CareTask> tasks = List.of(
        task("A", 0, false),
        task("B", 0, false),
        task("C", 0, false),
        task("D", 0, true),
        task("E", 1, true),
        task("F", 190, false));

    RetentionUplift uplift = RetentionUplift.of(tasks, log, Horizon.ofDays(30), ZoneOffset.UTC);

    assertThat(uplift).isEqualTo(new RetentionUplift(3, 2, 2, 1, 1));
    assertThat(uplift.findTreatedRate()).hasValue(2 / 3.0);
    assertThat(uplift.findControlRate()).hasValue(0.5);
    assertThat(uplift.findCustomersGained().orElseThrow()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void findUplift_withoutControlGroup_empty() {
    RetentionUplift alone = new RetentionUplift(5, 3, 0, 0, 0);

    assertThat(alone.findUplift()).isEmpty();
    assertThat(alone.findControlRate()).isEmpty();
    assertThat(alone.findCustomersGained()).isEmpty();
    assertThat(alone.pValue()).isCloseTo(1, within(1e-13));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionUplift(5, 6, 0, 0, 0))
        .withMessageContaining("treatedReturned is 6");
  }

  @Test
  void of_emptyLog_allPending() {
    PurchaseLog empty = PurchaseLogBuilder.of(Currency.getInstance("EUR")).build();

    assertThat(RetentionUplift.of(
            List.of(task("A", 0, false)), empty, Horizon.ofDays(30), ZoneOffset.UTC))
        .isEqualTo(new RetentionUplift(0, 0, 0, 0, 1));
  }

  private static double bruteForce(int hits, int size, int otherHits, int otherSize) {
    long seen = choose(size, hits) * choose(otherSize, otherHits);
    int all = hits + otherHits;
    long asUnlikely = 0;
    for (int k = 0; k <= size; k++) {
      if (all - k >= 0 && all - k <= otherSize) {
        long ways = choose(size, k) * choose(otherSize, all - k);
        asUnlikely += ways <= seen ? ways : 0;
      }
    }
    return (double) asUnlikely / choose(size + otherSize, all);
  }

  private static long choose(int n, int k) {
    return k == 0 || k == n ? 1 : choose(n - 1, k - 1) + choose(n - 1, k);
  }

  private static PurchaseLog log(Object... customersAndDays) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (int i = 0; i < customersAndDays.length; i += 2) {
      builder.add(
          CustomerId.of((String) customersAndDays[i]),
          DAY.plusDays((int) customersAndDays[i + 1]),
          Money.of("10.00", "EUR"));
    }
    return builder.build();
  }

  private static CareTask task(String customer, int day, boolean control) {
    Attribution by =
        Attribution.of("anna", "sales", DAY.plusDays(day).atTime(8, 0).toInstant(ZoneOffset.UTC));
    CareTask task = CareTask.open(
        "W-" + customer,
        CustomerId.of(customer),
        CareTask.RETENTION,
        List.of(),
        DAY.plusDays(day + 7L),
        by);
    return control ? task.asControl() : task;
  }
}
