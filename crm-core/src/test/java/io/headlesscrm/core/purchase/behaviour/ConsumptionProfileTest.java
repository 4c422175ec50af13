package io.headlesscrm.core.purchase.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseLine;
import io.headlesscrm.core.purchase.recognition.PurchaseHistory;
import io.headlesscrm.core.purchase.recognition.RecognitionPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumptionProfileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final ExchangeRates EUR = ExchangeRates.none(Currency.getInstance("EUR"));

  private final List<Purchase> purchases = new ArrayList<>();

  @Test
  void of_sevenDayShipper_sevenAndTheNextOneInAWeek() {
    for (int week = 0; week < 9; week++) {
      buy(LocalDate.of(2026, 1, 1).plusDays(7L * week), "10.00");
    }

    ConsumptionProfile profile = profile(28);

    assertThat(profile.medianGap()).isEqualTo(7);
    assertThat(profile.lastDay()).isEqualTo(LocalDate.of(2026, 2, 26));
    assertThat(profile.findNextExpected()).contains(LocalDate.of(2026, 3, 5));
    // 5 in January, 4 in February
    assertThat(profile.activeMonths()).isEqualTo(2);
    assertThat(profile.findPerActiveMonth()).hasValue(4.5);
    assertThat(profile.late().purchases()).isEqualTo(4);
    assertThat(profile.countChange()).isZero();
  }

  /** Gaps 2, 4, 10 and 5: the middle ones are 4 and 5. Two purchases on one day are one purchase day. */
  @Test
  void of_evenNumberOfGaps_medianBetweenTheMiddleOnes() {
    for (int day : new int[] {1, 3, 7, 17, 22, 22}) {
      buy(LocalDate.of(2026, 2, day), "10.00");
    }

    ConsumptionProfile profile = profile(30);

    assertThat(profile.medianGap()).isEqualTo(4.5);
    assertThat(profile.purchases()).isEqualTo(6);
    assertThat(profile.purchaseDays()).isEqualTo(5);
    assertThat(profile.findNextExpected()).contains(LocalDate.of(2026, 2, 27));
  }

  /** Before: 21 January to 9 February; of late: 10 February to 1 March. */
  @Test
  void of_fewerOfLate_changeOfCountAndFrequency() {
    buy(LocalDate.of(2026, 1, 19), "10.00");
    buy(LocalDate.of(2026, 1, 20), "10.00");
    buy(LocalDate.of(2026, 1, 25), "10.00");
    buy(LocalDate.of(2026, 1, 26), "10.00");
    buy(LocalDate.of(2026, 2, 9), "10.00");
    buy(LocalDate.of(2026, 2, 10), "10.00");
    buy(LocalDate.of(2026, 3, 2), "99.00");

    ConsumptionProfile profile = profile(20);

    assertThat(profile.before()).isEqualTo(new ConsumptionProfile.Stretch(20, 3, 2));
    assertThat(profile.late()).isEqualTo(new ConsumptionProfile.Stretch(20, 1, 1));
    assertThat(profile.countChange()).isEqualTo(-2);
    assertThat(profile.findFrequencyChange()).hasValue(-0.5);
    assertThat(profile.purchases()).isEqualTo(6);
  }

  @Test
  void of_linesAndAmounts_itemsAndMean() {
    buy(LocalDate.of(2026, 2, 1), "10.00", "express", "express", "customs");
    buy(LocalDate.of(2026, 2, 2), "10.01", "express");
    buy(LocalDate.of(2026, 2, 3), "10.00");

    ConsumptionProfile profile = profile(20);

    assertThat(profile.items()).isEqualTo(Map.of("customs", 1, "express", 2));
    assertThat(profile.meanAmount()).isEqualTo(Money.of("10.00", "EUR"));
  }

  @Test
  void of_oneOrNoPurchase_whatIsNotKnownIsMissing() {
    assertThat(profile(20).findPerActiveMonth()).isEmpty();
    assertThat(profile(20).meanAmount()).isNull();
    assertThat(profile(20).lastDay()).isNull();

    buy(LocalDate.of(2026, 2, 1), "10.00");

    assertThat(profile(20).medianGap()).isNull();
    assertThat(profile(20).findNextExpected()).isEmpty();
    assertThat(profile(20).findFrequencyChange()).isEmpty();
    assertThat(profile(20).countChange()).isEqualTo(-1);
    assertThatIllegalArgumentException().isThrownBy(() -> profile(0));
  }

  private ConsumptionProfile profile(int days) {
    return ConsumptionProfile.of(
        PurchaseHistory.of(purchases, RecognitionPolicy.DEFAULT), EUR, ZoneOffset.UTC, TODAY, days);
  }

  private void buy(LocalDate day, String amount, String... items) {
    Purchase.Builder builder = Purchase.builder(
            PurchaseId.of("P" + purchases.size()),
            CustomerId.of("A"),
            day.atTime(9, 0).toInstant(ZoneOffset.UTC))
        .amount(Money.of(amount, "EUR"));
    for (String item : items) {
      builder.line(new PurchaseLine(item, BigDecimal.ONE, BigDecimal.ONE));
    }
    purchases.add(builder.build());
  }
}
