package io.headlesscrm.churn.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.Horizon;
import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.PurchaseLog;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.sales.campaign.Uplift;
import io.headlesscrm.core.service.care.CareTask;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionUpliftTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

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

    assertThat(uplift).isEqualTo(new RetentionUplift(new Uplift(3, 2, 2, 1), 1));
    assertThat(uplift.uplift().additionalResponses()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void of_emptyLog_allPending() {
    PurchaseLog empty = PurchaseLogBuilder.of(Currency.getInstance("EUR")).build();

    assertThat(RetentionUplift.of(
            List.of(task("A", 0, false)), empty, Horizon.ofDays(30), ZoneOffset.UTC))
        .isEqualTo(new RetentionUplift(new Uplift(0, 0, 0, 0), 1));
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
