package io.headlesscrm.core.purchase.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.ExchangeRates;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseLine;
import io.headlesscrm.core.purchase.PurchaseSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final ExchangeRates CNY = ExchangeRates.none(Currency.getInstance("CNY"));

  @Test
  void recognitions_firstSecondAndLongAfter_newReturningReactivated() {
    assertThat(said(sale("1", 0), sale("2", 1), sale("3", 366), sale("4", 732)))
        .containsExactly(
            Recognition.NEW, Recognition.RETURNING, Recognition.RETURNING, Recognition.REACTIVATED);
  }

  @Test
  void recognitions_cancelledFirst_doesNotCount() {
    assertThat(said(sale("1", 0), credit("k", 1, "1", "-10.00"), sale("2", 2)))
        .containsExactly(Recognition.NEW);
  }

  @Test
  void recognitions_partlyTakenBack_stillCounts() {
    assertThat(said(sale("1", 0), credit("k", 1, "1", "-9.99"), sale("2", 2)))
        .containsExactly(Recognition.NEW, Recognition.RETURNING);
    assertThat(said(
            sale("1", 0), credit("k", 1, "1", "-9.99"), credit("l", 1, "1", "-0.01"), sale("2", 2)))
        .endsWith(Recognition.NEW);
  }

  @Test
  void recognitions_freeOfCharge_countsWhereThePolicySaysSo() {
    RecognitionPolicy withFree = new RecognitionPolicy("with-free", true, 0, 365);
    List<Purchase> purchases = List.of(free("1", 0), sale("2", 1));

    assertThat(said(RecognitionPolicy.DEFAULT, purchases)).endsWith(Recognition.NEW);
    assertThat(said(withFree, purchases)).endsWith(Recognition.RETURNING);
  }

  @Test
  void recognitions_newForDays_boundIsExclusive() {
    RecognitionPolicy month = new RecognitionPolicy("new-for-a-month", false, 30, 365);

    assertThat(said(month, List.of(sale("1", 0), sale("2", 29), sale("3", 30))))
        .containsExactly(Recognition.NEW, Recognition.NEW, Recognition.RETURNING);
  }

  @Test
  void recognitions_sameDay_byInstantThenId() {
    assertThat(said(sale("b", 0), sale("a", 0)))
        .containsExactly(Recognition.NEW, Recognition.RETURNING);
    assertThat(history(sale("b", 0), sale("a", 0))
            .findFirst()
            .orElseThrow()
            .purchase()
            .value())
        .isEqualTo("a");
  }

  @Test
  void recognitions_daysAreThoseOfTheZone() {
    RecognitionPolicy oneDay = new RecognitionPolicy("one-day", false, 0, 1);
    List<Purchase> purchases =
        List.of(at("1", "2026-01-01T15:59:00Z"), at("2", "2026-01-02T16:01:00Z"));

    assertThat(said(oneDay, purchases)).endsWith(Recognition.RETURNING);
    assertThat(PurchaseHistory.of(purchases, oneDay).recognitions(ZoneId.of("Asia/Shanghai")))
        .last()
        .extracting(Recognised::recognition)
        .isEqualTo(Recognition.REACTIVATED);
  }

  @Test
  void recognise_anyMoment_sameAsTheRecognitions() {
    PurchaseHistory history = history(sale("1", 0), sale("2", 9), credit("k", 20, "2", "-1.00"));

    for (Purchase purchase : history.counted()) {
      assertThat(history.recognitions(UTC)).contains(history.recognise(purchase, UTC));
    }
    assertThat(history.recognise(credit("k", 20, "2", "-1.00"), UTC).days()).isEqualTo(11);
  }

  @Test
  void changesSince_latePurchase_onlyWhatWasSaidOtherwise() {
    PurchaseHistory before = history(sale("2", 10), sale("3", 20));
    PurchaseHistory after = history(sale("2", 10), sale("3", 20), sale("1", 0));

    assertThat(after.changesSince(List.of(before), UTC)).singleElement().satisfies(change -> {
      assertThat(change.purchase()).isEqualTo(PurchaseId.of("2"));
      assertThat(change.before().recognition()).isEqualTo(Recognition.NEW);
      assertThat(change.after().recognition()).isEqualTo(Recognition.RETURNING);
    });
    assertThat(before.changesSince(List.of(before), UTC)).isEmpty();
  }

  @Test
  void summary_returns_wholeOnesLeftOutOthersReduceTheNet() {
    PurchaseHistory history = history(
        sale("1", 0),
        sale("2", 5),
        credit("k", 6, "1", "-10.00"),
        credit("l", 7, "2", "-4.00"),
        credit("m", 8, "elsewhere", "-1.00"));

    assertThat(history.summary(CNY, UTC))
        .isEqualTo(PurchaseSummary.empty()
            .withPurchase(START.plusDays(5), 1_000)
            .withReturn(400)
            .withReturn(100));
    assertThat(history.awaited()).containsExactly(PurchaseId.of("elsewhere"));
    assertThat(history.counted()).extracting(p -> p.id().value()).containsExactly("2");
  }

  @Test
  void summary_otherCurrencyWithoutRate_saysSo() {
    Purchase dollars = Purchase.builder(
            PurchaseId.of("1"), CustomerId.of("C"), START.atStartOfDay(UTC).toInstant())
        .amount(Money.of("1.00", "USD"))
        .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> history(dollars).summary(CNY, UTC))
        .withMessageContaining("no rate from USD into CNY");
  }

  @Property(tries = 300)
  void of_anyOrder_sameRecognitionsAndSummary(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 900) Integer> days,
      @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 15) Integer> reversed,
      @ForAll Random random) {
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      purchases.add(sale("s" + i, days.get(i)));
    }
    for (int i = 0; i < reversed.size(); i++) {
      purchases.add(credit("k" + i, i, "s" + reversed.get(i), "-" + (i + 5) + ".00"));
    }
    PurchaseHistory history = PurchaseHistory.of(purchases, RecognitionPolicy.DEFAULT);
    List<Purchase> shuffled = new ArrayList<>(purchases);
    Collections.shuffle(shuffled, random);
    PurchaseHistory other = PurchaseHistory.of(shuffled, RecognitionPolicy.DEFAULT);

    assertThat(other.recognitions(UTC)).isEqualTo(history.recognitions(UTC));
    assertThat(other.summary(CNY, UTC)).isEqualTo(history.summary(CNY, UTC));
    assertThat(other.findLast()).isEqualTo(history.findLast());
    long net = purchases.stream().mapToLong(p -> p.amount().minorUnits()).sum();
    long overcredited = history.summary(CNY, UTC).netMinor() - net;
    assertThat(overcredited).as("what was credited beyond a purchase").isNotNegative();
  }

  @Test
  void policy_outOfBounds_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RecognitionPolicy(" ", false, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecognitionPolicy("x", false, -1, 1))
        .withMessageContaining("newForDays is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecognitionPolicy("x", false, 0, 0))
        .withMessageContaining("reactivatedAfterDays is 0");
  }

  private static List<Recognition> said(Purchase... purchases) {
    return said(RecognitionPolicy.DEFAULT, List.of(purchases));
  }

  private static List<Recognition> said(RecognitionPolicy policy, List<Purchase> purchases) {
    return PurchaseHistory.of(purchases, policy).recognitions(UTC).stream()
        .map(Recognised::recognition)
        .toList();
  }

  private static PurchaseHistory history(Purchase... purchases) {
    return PurchaseHistory.of(List.of(purchases), RecognitionPolicy.DEFAULT);
  }

  private static Purchase sale(String id, int day) {
    return builder(id, day).amount(Money.of("10.00", "CNY")).build();
  }

  private static Purchase free(String id, int day) {
    return builder(id, day)
        .line(new PurchaseLine("sample", BigDecimal.ONE, BigDecimal.ZERO))
        .amount(Money.of("0", "CNY"))
        .build();
  }

  private static Purchase credit(String id, int day, String reversed, String amount) {
    return builder(id, day)
        .amount(Money.of(amount, "CNY"))
        .reversalOf(PurchaseId.of(reversed))
        .build();
  }

  private static Purchase at(String id, String instant) {
    return Purchase.builder(PurchaseId.of(id), CustomerId.of("C"), Instant.parse(instant))
        .amount(Money.of("10.00", "CNY"))
        .build();
  }

  private static Purchase.Builder builder(String id, int day) {
    return Purchase.builder(
        PurchaseId.of(id),
        CustomerId.of("C"),
        START.plusDays(day).atStartOfDay(UTC).toInstant());
  }
}
