package io.headlesscrm.examples.analyse.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private final Figures pounds = new Figures(Language.ENGLISH, "GBP");
  private final Figures yuan = new Figures(Language.CHINESE, "CNY");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | £0",
        "0.004 | £0.00",
        "-0.004 | £0.00",
        "12.5 | £12.50",
        "-12.345 | −£12.35",
        "99.99 | £99.99",
        "480.87 | £481",
        "8911407.90 | £8,911,408"
      })
  void money_anyAmount_isShortEnoughToRead(BigDecimal amount, String expected) {
    assertThat(pounds.money(amount)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "912 | £912",
        "1000 | £1k",
        "45678 | £45.7k",
        "999499 | £999k",
        "999500 | £1m",
        "5466363 | £5.47m",
        "-1234567890 | −£1.23bn",
        "1234567890123 | £1230bn"
      })
  void moneyShort_english_hasThreeDigitsAtMost(BigDecimal amount, String expected) {
    assertThat(pounds.moneyShort(amount)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"9999 | ¥9,999", "12345 | ¥1.23万", "1213442 | ¥121万", "123456789 | ¥1.23亿"})
  void moneyInWords_chinese_countsInTenThousands(BigDecimal amount, String expected) {
    assertThat(yuan.moneyInWords(amount)).isEqualTo(expected);
  }

  @Test
  void moneyInWords_english_countsFromAMillion() {
    assertThat(pounds.moneyInWords(new BigDecimal("999999"))).isEqualTo("£999,999");
    assertThat(pounds.moneyInWords(new BigDecimal("1213442"))).isEqualTo("£1.21\u00A0million");
  }

  @Test
  void moneyLarge_fromAHundredMillion_isInWords() {
    assertThat(pounds.moneyLarge(new BigDecimal("99999999"))).isEqualTo("£99,999,999");
    assertThat(pounds.moneyLarge(new BigDecimal("100000000"))).isEqualTo("£100\u00A0million");
  }

  @Test
  void average_belowAThousand_keepsItsDecimals() {
    assertThat(pounds.average(new BigDecimal("480.8659"))).isEqualTo("£480.87");
    assertThat(new Figures(Language.ENGLISH, "JPY").average(new BigDecimal("480.8")))
        .isEqualTo("¥481");
  }

  @Test
  void currency_eachLanguage_hasTheSymbolThatIsClearThere() {
    BigDecimal amount = BigDecimal.valueOf(5000);
    assertThat(new Figures(Language.ENGLISH, "CNY").money(amount)).isEqualTo("CN¥5,000");
    assertThat(new Figures(Language.CHINESE, "USD").money(amount)).isEqualTo("US$5,000");
    assertThat(new Figures(Language.CHINESE, "CHF").money(amount)).isEqualTo("CHF\u00A05,000");
    assertThat(new Figures(Language.ENGLISH, "").money(amount)).isEqualTo("5,000");
  }

  @Test
  void percent_anyShare_hasOneDecimal() {
    assertThat(pounds.percent(0.26095)).isEqualTo("26.1%");
    assertThat(pounds.percent(-0.031)).isEqualTo("−3.1%");
    assertThat(pounds.percent(0)).isEqualTo("0.0%");
    assertThat(pounds.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void count_anyNumber_isGroupedInThousands() {
    assertThat(pounds.count(541_909)).isEqualTo("541,909");
    assertThat(pounds.countShort(9_999)).isEqualTo("9,999");
    assertThat(pounds.countShort(123_456)).isEqualTo("123k");
    assertThat(yuan.countShort(123_456)).isEqualTo("12.3万");
  }

  @Test
  void date_eachLanguage_isWrittenOut() {
    LocalDate date = LocalDate.of(2011, 12, 1);
    assertThat(pounds.date(date)).isEqualTo("1 December 2011");
    assertThat(yuan.date(date)).isEqualTo("2011年12月1日");
  }
}
