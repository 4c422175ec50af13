package io.headlesscrm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.evidence.Assessment;
import io.headlesscrm.core.evidence.Provenance;
import io.headlesscrm.core.evidence.Reason;
import io.headlesscrm.core.id.CustomerId;
import io.headlesscrm.core.id.PurchaseId;
import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.Purchase;
import io.headlesscrm.core.purchase.PurchaseLine;
import io.headlesscrm.core.purchase.PurchaseSummary;
import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmJsonTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

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

    assertThat(CrmJson.toPurchase(reread(CrmJson.toJson(purchase)))).isEqualTo(purchase);
  }

  @Test
  void purchase_nothingOptional_roundTrip() {
    Purchase purchase = Purchase.builder(PurchaseId.of("1"), CustomerId.of("C1"), Instant.EPOCH)
        .amount(Money.of("0", "EUR"))
        .build();

    assertThat(CrmJson.toPurchase(reread(CrmJson.toJson(purchase)))).isEqualTo(purchase);
  }

  @Property
  void summary_anyPurchases_roundTrip(
      @ForAll @Size(max = 20) List<@IntRange(min = -9999, max = 99999) Integer> days,
      @ForAll long amount) {
    PurchaseSummary summary = PurchaseSummary.empty().withReturn(Math.abs(amount / 2));
    for (int day : days) {
      summary = summary.withPurchase(LocalDate.ofEpochDay(day), amount / 100);
    }

    assertThat(CrmJson.toSummary(reread(CrmJson.toJson(summary)))).isEqualTo(summary);
  }

  @Property
  void number_anyDouble_everyBitKept(@ForAll double value) {
    JsonDocument read = reread(
        JsonDocument.builder().put("v", value).put("all", new double[] {value}).build());

    assertThat(Double.doubleToLongBits(read.number("v") + 0.0))
        .isEqualTo(Double.doubleToLongBits(value + 0.0));
    assertThat(read.numbers("all")[0]).isEqualTo(read.number("v"));
  }

  @Test
  void assessment_everyTypeOfValue_roundTrip() {
    Reason reason = Reason.of("sample.silent")
        .with("days", 96)
        .with("risk", Double.NaN)
        .withValue("amount", new BigDecimal("1.50"))
        .withValue("since", MARCH)
        .withValue("who", "C1")
        .withValue("inner", Reason.of("sample.inner").with("x", .1));
    Provenance provenance = new Provenance(
        "rfm", new TreeMap<>(), new ObservationWindow(MARCH, MARCH.plusDays(9)), 3, "0.1");
    Assessment assessment =
        new Assessment(CustomerId.of("C1"), "rfm", "Champions", MARCH, List.of(reason), provenance);

    assertThat(CrmJson.toAssessment(reread(CrmJson.toJson(assessment)))).isEqualTo(assessment);
    assertThat(CrmJson.toProvenance(reread(CrmJson.toJson(provenance)))).isEqualTo(provenance);
    assertThat(CrmJson.toReason(reread(CrmJson.toJson(reason)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[1]",
        "{",
        "{\"a\":1} x",
        "{\"a\":1,\"a\":2}",
        "\u0000\u0001",
        "{\"kind\":\"purchase\""
      })
  void parse_noObject_oneSentenceWithTheCause(String json) {
    assertThatThrownBy(() -> JsonDocument.parse(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void parse_brokenText_messageQuotesNoContent() {
    assertThatThrownBy(() -> JsonDocument.parse("{\"phone\": 13800000000x}"))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("line 1, column")
        .hasMessageNotContaining("13800000000");
  }

  @Test
  void read_foreignFutureOrDamaged_saysWhereAndWhat() {
    JsonDocument summary = CrmJson.toJson(PurchaseSummary.empty());

    assertThatThrownBy(() -> CrmJson.toPurchase(summary))
        .hasMessageContaining("kind is \"purchase-summary\"");
    assertThatThrownBy(() -> CrmJson.toSummary(with(summary, "\"version\" : 1", "\"version\" : 2")))
        .hasMessageContaining("version is 2, it must be from 1 to 1");
    assertThatThrownBy(
            () -> CrmJson.toSummary(with(summary, "\"purchases\" : 0", "\"purchases\" : 7")))
        .hasMessageContaining("purchases is 7");
    assertThatThrownBy(
            () -> CrmJson.toSummary(with(summary, "\"spendMinor\" : 0", "\"spendMinor\" : 0.5")))
        .hasMessageContaining("spendMinor is 0.5, it must be a whole number");
    assertThatThrownBy(() ->
            CrmJson.toSummary(with(summary, "\"epochDays\" : [ ]", "\"epochDays\" : [ \"x\" ]")))
        .hasMessageContaining("epochDays[0] is \"x\"");
    assertThatThrownBy(
            () -> CrmJson.toSummary(with(summary, "\"purchases\" : 0", "\"purchase\" : 0")))
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
