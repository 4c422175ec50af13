package io.headlesscrm.examples.analyse.analysis;

import io.headlesscrm.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Computed amounts in minor units, as decimals that a person reads. */
final class Amounts {

  private Amounts() {}

  static BigDecimal ofMinor(double minor, Currency currency) {
    int digits = Money.fractionDigits(currency);
    return new BigDecimal(minor).movePointLeft(digits).setScale(digits, RoundingMode.HALF_UP);
  }
}
