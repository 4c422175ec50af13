package io.headlesscrm.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.headlesscrm.churn.blend.Blend;
import io.headlesscrm.churn.cycle.PurchaseCycle;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import io.headlesscrm.core.purchase.PurchaseLogBuilder;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreOutlookTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
  private static final Horizon MONTH = Horizon.ofDays(30);

  /** Bought on 1 and 11 January: one repeat purchase, 30 days old. */
  private static final CustomerBase BASE = PurchaseLogBuilder.of(Currency.getInstance("EUR"))
      .add(CustomerId.of("A"), LocalDate.of(2026, 1, 1), Money.of("10.00", "EUR"))
      .add(CustomerId.of("A"), LocalDate.of(2026, 1, 11), Money.of("30.00", "EUR"))
      .build()
      .asOf(TODAY);

  /** With a typical gap of 30 days the score is ((30 + T) / (60 + T)) squared. */
  private final ScoreOutlook outlook = ScoreOutlook.of(PurchaseCycle.of(30), BASE, MONTH);

  /** T must be .79937 * 30 / .20063 - 30 = 89.53 or more, which is 90, 60 days from now. */
  @Test
  void findPassing_cycle_theDaySolvedByHand() {
    assertThat(outlook.scores().churnProbability(0)).isCloseTo(4 / 9.0, within(1e-14));
    assertThat(outlook.findPassing(0, 0.639)).contains(LocalDate.of(2026, 4, 2));
    assertThat(outlook.silent(0, 59)).isCloseTo(Math.pow(119 / 149.0, 2), within(1e-14));
    assertThat(outlook.silent(0, 60)).isCloseTo(0.64, within(1e-14));
  }

  @Test
  void findPassing_everyThreshold_dayBeforeIsBelow() {
    for (double threshold = 0.45; threshold < 0.95; threshold += 0.01) {
      LocalDate day = outlook.findPassing(0, threshold).orElseThrow();
      int days = (int) (day.toEpochDay() - TODAY.toEpochDay());
      assertThat(outlook.silent(0, days)).isGreaterThanOrEqualTo(threshold);
      assertThat(outlook.silent(0, days - 1)).isLessThan(threshold);
    }
  }

  @Test
  void findPassing_alreadyOrNever_todayAndEmpty() {
    assertThat(outlook.findPassing(0, 0.4)).contains(TODAY);
    assertThat(outlook.findPassing(0, 1)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> outlook.findPassing(0, 1.5));
  }

  /** Tomorrow there are two repeat purchases in 31 days. */
  @Test
  void afterPurchase_cycle_byHand() {
    assertThat(outlook.afterPurchase(0)).isCloseTo(Math.pow(61 / 91.0, 3), within(1e-14));
  }

  @Test
  void reasons_inWords_whenAndWhatWouldChangeIt() {
    assertThat(outlook.reasons(0, 0.639))
        .extracting(reason -> reason.text(Locale.ENGLISH))
        .containsExactly(
            "without a purchase it reaches 63.9% on 2026-04-02",
            "a purchase today would change it from 44.4% to 30.1%");
    assertThat(outlook.reasons(0, 0.4).get(0)).hasToString("it has reached 40.0% already");
    assertThat(outlook.reasons(0, 1).get(0).text(Locale.CHINESE))
        .isEqualTo("若不购买，至少 1,024 天内仍低于 100.0%");
  }

  @Test
  void outlook_ofTheDefaultScorer_silenceRaisesAndAPurchaseLowers() {
    CustomerBase base = Bases.simulated(300, 5);
    ScoreOutlook blended = ScoreOutlook.of(Blend.fit(base).orThrow(), base, Horizon.ofDays(90));

    for (int row = 0; row < base.size(); row += 60) {
      double now = blended.scores().churnProbability(row);
      assertThat(blended.silent(row, 180)).isGreaterThan(now);
      assertThat(blended.afterPurchase(row)).isLessThan(now);
    }
  }
}
