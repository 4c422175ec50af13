package io.headlesscrm.core.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount of money: a whole number of minor units (cents, fen) of a currency. Never a double.
 *
 * @param minorUnits the amount in the currency's smallest unit; negative for a credit
 * @param currency ISO 4217; {@code XXX} ("no currency") counts with two decimals
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  private static final int DIGITS_WITHOUT_CURRENCY = 2;

  public Money {
    requireNonNull(currency, "currency");
  }

  /**
   * The amount, which must be a whole number of minor units.
   *
   * @param amount in major units, such as 12.50
   * @param currency its currency
   * @return the exact amount
   * @throws IllegalArgumentException when the amount has more decimals than the currency, or does not fit a long
   */
  public static Money of(BigDecimal amount, Currency currency) {
    int digits = fractionDigits(currency);
    try {
      return new Money(amount.movePointRight(digits).longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "amount is " + amount + ", it must be a whole number of minor units of " + currency + " ("
              + digits + " decimals). Maybe Money.rounded is what you want?",
          e);
    }
  }

  /**
   * The amount from text, such as {@code Money.of("12.50", "EUR")}.
   *
   * @param amount in major units
   * @param currencyCode ISO 4217
   * @return the exact amount
   * @throws IllegalArgumentException as {@link #of(BigDecimal, Currency)}, for what is not a number, or for an unknown
   *     currency
   */
  public static Money of(String amount, String currencyCode) {
    return of(decimal(amount), Currency.getInstance(currencyCode));
  }

  private static BigDecimal decimal(String amount) {
    try {
      return new BigDecimal(amount);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "amount is \"" + amount
              + "\", it must be a number with a point before its decimals. Maybe it has a comma, or"
              + " marks between thousands?",
          e);
    }
  }

  /**
   * The amount rounded half up to minor units, away from zero at the half.
   *
   * @param amount in major units
   * @param currency its currency
   * @return the rounded amount
   * @throws IllegalArgumentException when the amount does not fit a long
   */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return of(amount.setScale(fractionDigits(currency), RoundingMode.HALF_UP), currency);
  }

  /**
   * Decimals of the currency: 2 for EUR, 0 for JPY, 3 for KWD, 2 for XXX.
   *
   * @param currency ISO 4217
   * @return 0 to 4
   */
  public static int fractionDigits(Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    return digits < 0 ? DIGITS_WITHOUT_CURRENCY : digits;
  }

  /**
   * The sum of two amounts of one currency.
   *
   * @param other of the same currency
   * @return the exact sum
   * @throws IllegalArgumentException for another currency
   * @throws ArithmeticException when the sum does not fit a long
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
  }

  /**
   * The difference of two amounts of one currency.
   *
   * @param other of the same currency
   * @return the exact difference
   * @throws IllegalArgumentException for another currency
   * @throws ArithmeticException when the difference does not fit a long
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
  }

  /**
   * The amount with the other sign.
   *
   * @return the negated amount
   */
  public Money negated() {
    return new Money(Math.negateExact(minorUnits), currency);
  }

  /**
   * The amount in major units, exact.
   *
   * @return with the currency's decimals, such as 12.50
   */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(minorUnits, fractionDigits(currency));
  }

  /**
   * Compares amounts of one currency.
   *
   * @throws IllegalArgumentException for another currency
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(minorUnits, other.minorUnits);
  }

  /** Such as {@code EUR 12.50}. */
  @Override
  public String toString() {
    return currency + " " + toDecimal().toPlainString();
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("currencies are " + currency + " and " + other.currency
          + ", they must be the same. Maybe convert with ExchangeRates first?");
    }
  }
}
