package io.headlesscrm.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.json.JsonDocument;
import io.headlesscrm.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchaseJsonTest {

  @Test
  void purchase_everyPart_roundTrip() {
    Purchase purchase = Purchase.builder(
            PurchaseId.of("K-1"),
            CustomerId.of("𠮷野家"),
            Instant.parse("2026-03-01T10:00:00.123456789Z"))
        .amount(Money.of("-12.50", "CNY"))
        .line(new PurchaseLine(
            "=1+1 \"quoted\"\n", new BigDecimal("-1.50"), new BigDecimal("8.3330")))
        .channel("counter")
        .cost(Money.of("900", "JPY"))
        .reversalOf(PurchaseId.of("I-1"))
        .build();

    assertThat(Purchase.TYPE.read(reread(Purchase.TYPE.write(purchase)))).isEqualTo(purchase);
  }

  @Test
  void purchase_nothingOptional_roundTrip() {
    Purchase purchase = Purchase.builder(PurchaseId.of("1"), CustomerId.of("C1"), Instant.EPOCH)
        .amount(Money.of("0", "EUR"))
        .build();

    assertThat(Purchase.TYPE.read(reread(Purchase.TYPE.write(purchase)))).isEqualTo(purchase);
  }

  @Property
  void summary_anyPurchases_roundTrip(
      @ForAll @Size(max = 20) List<@IntRange(min = -9999, max = 99999) Integer> days,
      @ForAll long amount) {
    PurchaseSummary summary = PurchaseSummary.empty().withReturn(Math.abs(amount / 2));
    for (int day : days) {
      summary = summary.withPurchase(LocalDate.ofEpochDay(day), amount / 100);
    }

    assertThat(PurchaseSummary.of(reread(summary.toJson()))).isEqualTo(summary);
  }

  @Test
  void read_foreignFutureOrDamaged_saysWhereAndWhat() {
    JsonDocument summary = PurchaseSummary.empty().toJson();

    assertThatThrownBy(() -> Purchase.TYPE.read(summary))
        .hasMessageContaining("kind is \"purchase-summary\"");
    assertThatThrownBy(
            () -> PurchaseSummary.of(with(summary, "\"version\" : 1", "\"version\" : 2")))
        .hasMessageContaining("version is 2, it must be from 1 to 1");
    assertThatThrownBy(
            () -> PurchaseSummary.of(with(summary, "\"purchases\" : 0", "\"purchases\" : 7")))
        .hasMessageContaining("purchases is 7");
    assertThatThrownBy(
            () -> PurchaseSummary.of(with(summary, "\"spendMinor\" : 0", "\"spendMinor\" : 0.5")))
        .hasMessageContaining("spendMinor is 0.5, it must be a whole number");
    assertThatThrownBy(() ->
            PurchaseSummary.of(with(summary, "\"epochDays\" : [ ]", "\"epochDays\" : [ \"x\" ]")))
        .hasMessageContaining("epochDays[0] is \"x\"");
    assertThatThrownBy(
            () -> PurchaseSummary.of(with(summary, "\"purchases\" : 0", "\"purchase\" : 0")))
        .hasMessageContaining("purchases is missing");
  }

  private static JsonDocument reread(JsonDocument json) {
    return JsonDocument.parse(json.toString());
  }

  private static JsonDocument with(JsonDocument json, String from, String to) {
    assertThat(json.toString()).contains(from);
    return JsonDocument.parse(json.toString().replace(from, to));
  }
}
