package io.headlesscrm.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource({"EUR,12.5,1250", "JPY,12,12", "KWD,1.234,1234", "XXX,0.07,7", "CNY,-3,-300"})
  void of_amount_wholeMinorUnits(String currency, String amount, long minorUnits) {
    assertThat(Money.of(amount, currency).minorUnits()).isEqualTo(minorUnits);
  }

  @ParameterizedTest
  @CsvSource({"0.005,1", "0.004,0", "-0.005,-1", "1.015,102", "2.675,268"})
  void rounded_half_awayFromZero(String amount, long minorUnits) {
    assertThat(Money.rounded(new BigDecimal(amount), EUR).minorUnits()).isEqualTo(minorUnits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10,50", "", "1.000.000", "ten"})
  void of_noNumber_refusedWithTheText(String amount) {
    assertThatThrownBy(() -> Money.of(amount, "EUR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("amount is \"" + amount + "\", it must be a number")
        .hasMessageContaining("Maybe it has a comma");
  }

  @Test
  void of_tooManyDecimalsOrTooLarge_refusedWithTheValue() {
    assertThatThrownBy(() -> Money.of("1.005", "EUR"))
        .hasMessageContaining("1.005")
        .hasMessageContaining("2 decimals");
    assertThatThrownBy(() -> Money.of("1e30", "EUR")).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void plusMinus_anyAmounts_exactInverse(@ForAll int a, @ForAll int b) {
    Money left = new Money(a, EUR);
    Money right = new Money(b, EUR);

    assertThat(left.plus(right).minus(right)).isEqualTo(left);
    assertThat(left.plus(left.negated()).minorUnits()).isZero();
    assertThat(Money.of(left.toDecimal(), EUR)).isEqualTo(left);
  }

  @Test
  void plus_overflowOrOtherCurrency_refused() {
    Money most = new Money(Long.MAX_VALUE, EUR);

    assertThatThrownBy(() -> most.plus(new Money(1, EUR))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.plus(new Money(1, USD))).hasMessageContaining("EUR and USD");
  }

  @Test
  void convert_weekend_lastRateHoldsForItsTime() {
    ExchangeRates rates = ExchangeRates.into(EUR)
        .rate(USD, MONDAY, new BigDecimal("0.905"))
        .maxAgeDays(2)
        .build();

    assertThat(rates.convert(Money.of("1.00", "USD"), MONDAY.plusDays(2)))
        .isEqualTo(Money.of("0.91", "EUR"));
    assertThat(rates.convert(Money.of("1.00", "EUR"), MONDAY.minusYears(9)))
        .isEqualTo(Money.of("1.00", "EUR"));
    assertThatThrownBy(() -> rates.convert(Money.of("1.00", "USD"), MONDAY.plusDays(3)))
        .hasMessageContaining("no rate from USD into EUR on 2026-03-05");
  }

  @Test
  void rate_notAboveZero_refused() {
    assertThatThrownBy(() -> ExchangeRates.into(EUR).rate(USD, MONDAY, BigDecimal.ZERO))
        .hasMessageContaining("above 0");
    assertThatThrownBy(() -> ExchangeRates.into(EUR).maxAgeDays(-1)).hasMessageContaining("-1");
  }
}
