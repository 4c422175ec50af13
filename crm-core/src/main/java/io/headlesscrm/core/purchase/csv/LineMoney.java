package io.headlesscrm.core.purchase.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The money of one row in minor units, rounded half up, away from zero at the half, and never twice. */
final class LineMoney {

  /**
   * Ten trillion in a currency of two decimals. What is larger is a mistake, and thousands of such rows still add up
   * without overflow.
   */
  static final long LIMIT = 1_000_000_000_000_000L;

  private static final int MAX_POWER = 18;
  private static final long[] POWERS = new long[MAX_POWER + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i <= MAX_POWER; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private long minorUnits;
  private boolean rounded;

  long minorUnits() {
    return minorUnits;
  }

  /** Whether rounding changed the amount. */
  boolean isRounded() {
    return rounded;
  }

  /** Sets the amount; false when it is beyond the limit. */
  boolean set(NumberParser amount, int currencyDigits) {
    return amount.isPlain()
        ? setPlain(amount.unscaled(), amount.scale(), currencyDigits)
        : setDecimal(amount.toDecimal(), currencyDigits);
  }

  /** Sets the product; false when it is beyond the limit. */
  boolean setProduct(NumberParser quantity, NumberParser price, int currencyDigits) {
    if (quantity.isPlain() && price.isPlain()) {
      long product = quantity.unscaled() * price.unscaled();
      long high = Math.multiplyHigh(quantity.unscaled(), price.unscaled());
      if (high == product >> 63) {
        return setPlain(product, quantity.scale() + price.scale(), currencyDigits);
      }
    }
    return setDecimal(quantity.toDecimal().multiply(price.toDecimal()), currencyDigits);
  }

  private boolean setPlain(long unscaled, int scale, int currencyDigits) {
    int excess = scale - currencyDigits;
    if (excess > MAX_POWER) {
      return setDecimal(BigDecimal.valueOf(unscaled, scale), currencyDigits);
    }
    if (excess <= 0) {
      long power = POWERS[-excess];
      minorUnits = unscaled * power;
      rounded = false;
      return Math.abs(unscaled) <= LIMIT / power;
    }
    long power = POWERS[excess];
    long rest = unscaled % power;
    minorUnits = unscaled / power;
    rounded = rest != 0;
    // compared with the other part, because twice the rest can overflow
    if (Math.abs(rest) >= power - Math.abs(rest)) {
      minorUnits += Long.signum(unscaled);
    }
    return Math.abs(minorUnits) <= LIMIT;
  }

  private boolean setDecimal(BigDecimal amount, int currencyDigits) {
    BigDecimal exact = amount.movePointRight(currencyDigits);
    BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
    rounded = whole.compareTo(exact) != 0;
    boolean fits = whole.abs().compareTo(BigDecimal.valueOf(LIMIT)) <= 0;
    minorUnits = fits ? whole.longValueExact() : 0;
    return fits;
  }
}
