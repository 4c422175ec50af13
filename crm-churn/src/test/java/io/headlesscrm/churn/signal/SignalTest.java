package io.headlesscrm.churn.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.customer.Attribution;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import io.headlesscrm.core.service.care.CareState;
import io.headlesscrm.core.service.care.CareTask;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignalTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
  private static final CustomerId A = CustomerId.of("A");
  private static final CustomerId B = CustomerId.of("B");
  private static final CustomerId C = CustomerId.of("C");

  @Test
  void complaints_windowHalfOpen_lnOfOneAndTheWeights() {
    Signal signal = Signal.complaints(
        DatedValues.builder()
            .add(A, TODAY.minusDays(90), 2)
            .add(A, TODAY.minusDays(1), 1)
            .add(B, TODAY.minusDays(91), 5)
            .add(B, TODAY, 5)
            .build(),
        90);

    assertThat(values(signal)).containsExactly(Math.log(4), 0, 0);
  }

  /** The last answers are 3 and 9, their mean is 6. */
  @Test
  void satisfaction_lastAnswer_againstTheMeanAndUnknownIsZero() {
    Signal signal = Signal.satisfaction(
        DatedValues.builder()
            .add(A, TODAY.minusDays(5), 3)
            .add(A, TODAY.minusDays(20), 8)
            .add(B, TODAY.minusDays(30), 9)
            .add(C, TODAY.minusDays(400), 1)
            .build(),
        365);

    assertThat(values(signal)).containsExactly(-3, 3, 0);
  }

  /** A pays 0 and 3 days late: (0 + ln 4) / 2; B 10 days early: 0; the mean of the two is ln 4 / 4. */
  @Test
  void daysBeyondTerms_meanOfLogs_againstTheMeanOfPayers() {
    Signal signal = Signal.daysBeyondTerms(
        DatedValues.builder()
            .add(A, TODAY.minusDays(5), 0)
            .add(A, TODAY.minusDays(6), 3)
            .add(B, TODAY.minusDays(7), -10)
            .build(),
        180);

    assertThat(values(signal)).containsExactly(Math.log(4) / 4, -Math.log(4) / 4, 0);
  }

  @Test
  void fewerServices_kindsBeforeAgainstOfLate_byHand() {
    Signal signal = Signal.fewerServices(
        ServiceUse.builder()
            .add(A, TODAY.minusDays(60), "express")
            .add(A, TODAY.minusDays(31), "freight")
            .add(A, TODAY.minusDays(40), "freight")
            .add(A, TODAY.minusDays(1), "express")
            .add(B, TODAY.minusDays(30), "express")
            .add(B, TODAY.minusDays(61), "freight")
            .build(),
        30);

    assertThat(values(signal)).containsExactly(Math.log(3 / 2.0), Math.log(1 / 2.0), 0);
  }

  @Test
  void triedTasks_reachedOnly_untilTheDate() {
    CareTask reached = task(A, 20).next(CareState.CONTACTED, "", by(10)).orThrow();
    CareTask later = task(B, 20).next(CareState.CONTACTED, "", by(0)).orThrow();
    Signal signal = Signal.triedTasks(List.of(reached, later, task(C, 20)), 90, ZoneOffset.UTC);

    assertThat(values(signal)).containsExactly(Math.log(2), 0, 0);
    assertThat(signal.label().text(Locale.ENGLISH))
        .isEqualTo("earlier contacts to keep the customer");
  }

  @Test
  void of_badValues_thrown() {
    DatedValues none = DatedValues.builder().build();

    assertThat(values(Signal.satisfaction(none, 90))).containsExactly(0, 0, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> Signal.complaints(none, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatedValues.builder().add(A, TODAY, Double.NaN))
        .withMessageContaining("must be finite. Maybe");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SignalModel.of(List.of(Signal.complaints(none, 1), Signal.complaints(none, 2))))
        .withMessageContaining("\"complaints\"");
  }

  private static double[] values(Signal signal) {
    PurchaseLogBuilder builder = PurchaseLogBuilder.of(Currency.getInstance("EUR"));
    for (CustomerId customer : List.of(A, B, C)) {
      builder.add(customer, LocalDate.of(2026, 1, 1), Money.of("10.00", "EUR"));
    }
    CustomerBase base = builder.build().asOf(TODAY);
    return signal.covariate().of(base, 90);
  }

  private static CareTask task(CustomerId customer, int daysAgo) {
    return CareTask.open(
        "W-" + customer, customer, CareTask.RETENTION, List.of(), TODAY, by(daysAgo));
  }

  private static Attribution by(int daysAgo) {
    return Attribution.of(
        "anna", "sales", TODAY.minusDays(daysAgo).atTime(9, 0).toInstant(ZoneOffset.UTC));
  }
}
