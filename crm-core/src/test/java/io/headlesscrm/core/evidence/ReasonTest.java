package io.headlesscrm.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headlesscrm.core.time.ObservationWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

  private static final Reason SILENT = Reason.of("sample.silent")
      .with("days", 1)
      .with("usual", 21.456)
      .with("risk", .12345)
      .withValue("ratio", new BigDecimal("1234.5"));

  @Test
  void text_english_everyValueInItsFormat() {
    assertThat(SILENT.text(Locale.ENGLISH))
        .isEqualTo("silent for 1 day where 21.46 are usual; risk 12.3%, ratio 1234.500");
    assertThat(SILENT.with("days", 1096).toString()).startsWith("silent for 1,096 days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "zh-CN", "zh-Hans", "zh-TW"})
  void text_anyChinese_chinese(String tag) {
    assertThat(SILENT.text(Locale.forLanguageTag(tag))).startsWith("已有 1 天未下单");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "tr-TR", "und", "ar"})
  void text_anyOtherLanguage_englishWhateverTheDefaultLocale(String tag) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    try {
      assertThat(SILENT.text(Locale.forLanguageTag(tag)))
          .startsWith("silent for 1 day where 21.46");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void text_reasonWithinReason_sameLanguage() {
    Reason outer = Reason.of("sample.outer").withValue("inner", SILENT);

    assertThat(outer.text(Locale.CHINESE)).startsWith("原因：已有 1 天未下单");
  }

  @Test
  void text_decimalWithoutStyle_keepsItsDecimals() {
    Reason outer = Reason.of("sample.outer");

    assertThat(outer.withValue("inner", new BigDecimal("5391.20")).toString())
        .isEqualTo("because 5,391.20");
    assertThat(outer.withValue("inner", new BigDecimal("5391")).toString())
        .isEqualTo("because 5,391");
  }

  @Test
  void text_unknownKeyOrMissingValue_shownAsItIs() {
    assertThat(Reason.of("nowhere.known").with("n", 3).text(Locale.ENGLISH))
        .isEqualTo("nowhere.known{n=3}");
    assertThat(Reason.of("sample.outer").text(Locale.ENGLISH)).isEqualTo("because {inner}");
  }

  @Test
  void of_badKeyOrType_refusedWithTheValue() {
    assertThatThrownBy(() -> Reason.of("silent"))
        .hasMessageContaining("\"silent\"")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> SILENT.withValue("n", 3)).hasMessageContaining("java.lang.Integer");
  }

  @Test
  void provenance_toString_enoughToRepeatIt() {
    Provenance provenance = Provenance.of(
        "rfm",
        new TreeMap<>(Map.of("bins", "5")),
        new ObservationWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1)),
        12);

    assertThat(provenance.toString())
        .startsWith("rfm{bins=5} on 12 customers in [2026-01-01, 2026-03-01), headless-crm ");
    assertThat(provenance.libraryVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
  }
}
