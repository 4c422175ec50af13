package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import io.headlesscrm.core.money.Money;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The currency of the current row; a code that repeats is not looked up again. */
final class CurrencyCell {

  private final @Nullable Currency target;
  private @Nullable Currency current;
  private int digits;

  CurrencyCell(@Nullable Currency target) {
    this.target = target;
    if (target != null) {
      set(target);
    }
  }

  /** Decimals of the currency of the row. */
  int digits() {
    return digits;
  }

  Currency currency() {
    return requireNonNull(current, "current");
  }

  boolean isTarget() {
    return target == null || target.equals(current);
  }

  /** Reads the cell; an empty one means the target. False when it names no currency. */
  boolean read(Cells cells) {
    if (cells.isEmpty(CsvColumn.CURRENCY)) {
      return target != null && set(target);
    }
    return isCurrent(cells) || set(cells.string(CsvColumn.CURRENCY));
  }

  private boolean isCurrent(Cells cells) {
    if (current == null || cells.length(CsvColumn.CURRENCY) != 3) {
      return false;
    }
    String code = current.getCurrencyCode();
    int start = cells.start(CsvColumn.CURRENCY);
    return code.charAt(0) == cells.text()[start]
        && code.charAt(1) == cells.text()[start + 1]
        && code.charAt(2) == cells.text()[start + 2];
  }

  private boolean set(String code) {
    try {
      return set(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean set(Currency currency) {
    current = currency;
    digits = Money.fractionDigits(currency);
    return true;
  }
}
