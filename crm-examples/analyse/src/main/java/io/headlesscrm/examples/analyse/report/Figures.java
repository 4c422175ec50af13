package io.headlesscrm.examples.analyse.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Numbers and dates as people read them. Patterns, symbols and month names are fixed here, so that a
 * page does not change with the locale data of the Java release that wrote it.
 */
final class Figures {
  private static final String MINUS = "\u2212";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.TEN.pow(8);

  private final Language language;
  private final CurrencyMark currency;

  Figures(Language language, String currencyCode) {
    this.language = language;
    this.currency = CurrencyMark.of(currencyCode, language);
  }

  /** {@code 12,345}. */
  String count(long number) {
    return signed(BigDecimal.valueOf(number), format("#,##0", BigDecimal.valueOf(number)));
  }

  /** A share of 1 in percent, {@code 12.3%}. */
  String percent(double share) {
    if (!Double.isFinite(share)) {
      return "\u2013";
    }
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    return signed(percent, format("#,##0.0", percent) + "%");
  }

  /** A share of 1 in whole percent, for axes. */
  String wholePercent(double share) {
    return Math.round(share * 100) + "%";
  }

  /** One decimal below ten, none from there on. */
  String decimal(double number) {
    return format(number < 10 ? "0.#" : "#,##0", BigDecimal.valueOf(number));
  }

  /** In whole units from a hundred on. */
  String money(BigDecimal amount) {
    return withDecimalsBelow(HUNDRED, amount);
  }

  /** An average, which has decimals up to a thousand. */
  String average(BigDecimal amount) {
    return withDecimalsBelow(THOUSAND, amount);
  }

  /** As {@link #money}, but from a hundred million on three digits and a word. */
  String moneyLarge(BigDecimal amount) {
    return amount.abs().compareTo(HUNDRED_MILLION) < 0 ? money(amount) : moneyInWords(amount);
  }

  /** Three digits and a letter, for charts: {@code £1.23m}. */
  String moneyShort(BigDecimal amount) {
    return scaled(amount, Scale.lettersOf(language));
  }

  /** Three digits and a word, for sentences: {@code £1.23 million}. */
  String moneyInWords(BigDecimal amount) {
    return scaled(amount, Scale.wordsOf(language));
  }

  /** A count for the top of a bar: from ten thousand on as short as an amount. */
  String countShort(long number) {
    BigDecimal value = BigDecimal.valueOf(number);
    return number < 10_000
        ? count(number)
        : Scale.in(Scale.lettersOf(language), value).shorten(value);
  }

  String date(LocalDate date) {
    return date.format(
        switch (language) {
          case ENGLISH -> DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
          case CHINESE -> DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
        });
  }

  private String scaled(BigDecimal amount, List<Scale> scales) {
    BigDecimal size = amount.abs();
    if (size.compareTo(scales.get(scales.size() - 1).unit()) < 0) {
      return money(amount);
    }
    return signed(amount, currency.prefix() + Scale.in(scales, size).shorten(size));
  }

  private String withDecimalsBelow(BigDecimal limit, BigDecimal amount) {
    boolean whole =
        currency.decimals() == 0 || amount.signum() == 0 || amount.abs().compareTo(limit) >= 0;
    return signed(amount, currency.prefix() + format(whole ? "#,##0" : "#,##0.00", amount));
  }

  private static String signed(BigDecimal amount, String digits) {
    boolean negative = amount.signum() < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
    return negative ? MINUS + digits : digits;
  }

  private static String format(String pattern, BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number.abs());
  }
}
