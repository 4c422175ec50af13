package io.headlesscrm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

  private static final JsonDocument DOCUMENT = JsonDocument.builder()
      .put("name", "顺丰 \"express\"\n🚚")
      .put("amount", new BigDecimal("1.10"))
      .put("parts", List.of(JsonDocument.builder().put("count", 2).build()))
      .putTexts("words", List.of("a b", ""))
      .build();

  @Test
  void toCompactText_nested_hasNoWhiteSpaceBetweenMembers() {
    assertThat(DOCUMENT.toCompactText())
        .isEqualTo("{\"name\":\"顺丰 \\\"express\\\"\\n🚚\",\"amount\":1.10,"
            + "\"parts\":[{\"count\":2}],\"words\":[\"a b\",\"\"]}");
  }

  @Test
  void toCompactText_parsed_sameValues() {
    JsonDocument reread = JsonDocument.parse(DOCUMENT.toCompactText());

    assertThat(reread).isEqualTo(JsonDocument.parse(DOCUMENT.toString()));
    assertThat(reread.decimal("amount")).isEqualTo(new BigDecimal("1.10"));
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
  void find_dateInstantMoney_presentOrAbsent() {
    JsonDocument read = reread(JsonDocument.builder()
        .put("day", LocalDate.of(2026, 3, 1))
        .put("at", Instant.parse("2026-03-01T10:00:00.123456789Z"))
        .put("paid", Money.of("12.50", "EUR"))
        .build());

    assertThat(read.findDate("day")).contains(LocalDate.of(2026, 3, 1));
    assertThat(read.findInstant("at")).contains(Instant.parse("2026-03-01T10:00:00.123456789Z"));
    assertThat(read.findMoney("paid")).contains(Money.of("12.50", "EUR"));
    assertThat(read.findDate("none")).isEmpty();
    assertThat(read.findInstant("none")).isEmpty();
    assertThat(read.findMoney("none")).isEmpty();
  }

  @Test
  void date_noDate_saysWhereAndWhat() {
    JsonDocument read = JsonDocument.builder().put("day", "1 March").build();

    assertThatThrownBy(() -> read.date("day"))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("day is \"1 March\", it must be a date such as 2026-03-01");
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
  void putNull_member_isThereAndReadsAsMissing() {
    JsonDocument json = JsonDocument.builder().putNull("brier").put("auc", 0.5).build();

    assertThat(json.toString()).contains("\"brier\" : null");
    assertThat(json.has("brier")).isFalse();
    assertThat(JsonDocument.parse(json.toString()).toString()).isEqualTo(json.toString());
  }

  @Test
  void without_names_keepsTheOthersInOrder() {
    assertThat(DOCUMENT.without("amount", "words", "unknown").names())
        .containsExactly("name", "parts");
  }

  @Test
  void toBuilder_put_replacesInPlaceAndLeavesTheOriginal() {
    JsonDocument changed =
        DOCUMENT.toBuilder().put("amount", 2).put("new", true).build();

    assertThat(changed.names()).containsExactly("name", "amount", "parts", "words", "new");
    assertThat(changed.whole("amount")).isEqualTo(2);
    assertThat(DOCUMENT.decimal("amount")).isEqualTo(new BigDecimal("1.10"));
  }

  private static JsonDocument reread(JsonDocument json) {
    return JsonDocument.parse(json.toString());
  }
}
