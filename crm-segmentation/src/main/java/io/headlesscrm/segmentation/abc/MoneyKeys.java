package io.headlesscrm.segmentation.abc;

import io.headlesscrm.core.money.Money;
import io.headlesscrm.core.purchase.CustomerBase;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts of money: the key is the amount in minor units. */
record MoneyKeys(Currency currency) implements ValueKeys {

  @Override
  public long key(CustomerBase base, int row) {
    return base.spendMinor(row);
  }

  @Override
  public long key(BigDecimal value) {
    return Money.of(value, currency).minorUnits();
  }

  @Override
  public BigDecimal value(long key) {
    return new Money(key, currency).toDecimal();
  }

  @Override
  public Units units(long[] keys) {
    return key -> key;
  }
}
