package io.headlesscrm.core.purchase.csv;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as an unscaled long and its decimals; digits with one decimal mark without making an object, other
 * forms through {@link NumberText}.
 */
final class NumberParser {

  static final int MAX_DIGITS = 18;

  private final char decimalMark;
  private final Evidence evidence;
  private long unscaled;
  private int scale;
  private @Nullable BigDecimal odd;

  NumberParser(char decimalMark, Evidence evidence) {
    this.decimalMark = decimalMark;
    this.evidence = evidence;
  }

  /** Whether the last number fits {@link #unscaled} and {@link #scale}. */
  boolean isPlain() {
    return odd == null;
  }

  long unscaled() {
    return unscaled;
  }

  int scale() {
    return scale;
  }

  BigDecimal toDecimal() {
    return odd == null ? BigDecimal.valueOf(unscaled, scale) : requireNonNull(odd, "odd");
  }

  int signum() {
    return odd == null ? Long.signum(unscaled) : odd.signum();
  }

  boolean parse(char[] text, int start, int length) {
    odd = null;
    int end = start + length;
    int i = start;
    boolean negative = length > 0 && text[start] == '-';
    i += negative ? 1 : 0;
    int first = i;
    int mark = end;
    long value = 0;
    for (; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
      } else if (text[i] == decimalMark && mark == end) {
        mark = i;
      } else {
        return parseOdd(text, start, length);
      }
    }
    int digits = end - first - (mark == end ? 0 : 1);
    if (digits == 0 || digits > MAX_DIGITS) {
      return parseOdd(text, start, length);
    }
    unscaled = negative ? -value : value;
    scale = mark == end ? 0 : end - mark - 1;
    if (mark < end) {
      note(text, first, mark);
    }
    return true;
  }

  private void note(char[] text, int first, int mark) {
    if (scale == 3 && NumberText.canBeGrouped(mark - first, text[first])) {
      evidence.eitherMark();
    } else {
      evidence.decimalMark(decimalMark);
    }
  }

  private boolean parseOdd(char[] text, int start, int length) {
    BigDecimal value = NumberText.parse(new String(text, start, length), decimalMark, evidence);
    if (value == null) {
      return false;
    }
    if (value.precision() <= MAX_DIGITS && value.scale() >= 0 && value.scale() <= MAX_DIGITS) {
      unscaled = value.unscaledValue().longValueExact();
      scale = value.scale();
    } else {
      odd = value;
    }
    return true;
  }
}
