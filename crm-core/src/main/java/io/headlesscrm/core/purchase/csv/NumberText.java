package io.headlesscrm.core.purchase.csv;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people write them: currency signs, parentheses or a trailing minus for what is below zero, thousands
 * in groups of three (dots, commas, blanks, apostrophes), a decimal comma, exponents.
 *
 * <p>Dots and commas: of both the last one starts the decimals; one of them twice groups thousands; one alone starts
 * the decimals unless exactly three digits follow and one to three stand before it, the first of them no zero. Those
 * are read by the mark of the file.
 */
final class NumberText {

  private static final int MAX_LENGTH = 60;
  private static final String BLANKS = "\\s\\u00A0\\u202F\\u2009";
  private static final String GROUP_MARK = "[.,'’" + BLANKS + "]";
  private static final String CURRENCY = "[\\p{Sc}元" + BLANKS + "]*";
  private static final String DIGITS = "[0-9]*";

  /** What stands before the digits, the digits with marks and exponent, what stands after them. */
  private static final Pattern NUMBER = Pattern.compile(CURRENCY + "([-+\\u2212(]?)" + CURRENCY
      + "([0-9.,][0-9.,'’" + BLANKS + "]*?(?:[eE][-+]?[0-9]{1,2})?)"
      + CURRENCY + "([-\\u2212)]?)" + CURRENCY);

  private static final Pattern WHOLE =
      Pattern.compile(DIGITS + "|[0-9]{1,3}(" + GROUP_MARK + ")[0-9]{3}(?:\\1[0-9]{3})*");

  private NumberText() {}

  /** Whether digits before a mark, with three digits after it, can be the first group of thousands. */
  static boolean canBeGrouped(int digitsBefore, char first) {
    return digitsBefore >= 1 && digitsBefore <= 3 && first != '0';
  }

  static @Nullable BigDecimal parse(String text, char fileMark, Evidence evidence) {
    Matcher number = NUMBER.matcher(text);
    if (text.length() > MAX_LENGTH || !number.matches()) {
      return null;
    }
    String before = number.group(1);
    String after = number.group(3);
    boolean inParentheses = before.equals("(");
    if (inParentheses != after.equals(")")
        || !(before.isEmpty() || after.isEmpty() || inParentheses)) {
      return null;
    }
    BigDecimal value = unsigned(number.group(2), fileMark, evidence);
    boolean positive = before.equals("+") || (before.isEmpty() && after.isEmpty());
    return value == null || positive ? value : value.negate();
  }

  private static @Nullable BigDecimal unsigned(String text, char fileMark, Evidence evidence) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = exponent < 0 ? text : text.substring(0, exponent);
    int mark = decimalMark(mantissa, fileMark);
    String whole = mark < 0 ? mantissa : mantissa.substring(0, mark);
    String decimals = mark < 0 ? "" : mantissa.substring(mark + 1);
    if (!WHOLE.matcher(whole).matches() || !decimals.matches(DIGITS)) {
      return null;
    }
    String digits = whole.replaceAll(GROUP_MARK, "") + decimals;
    if (digits.isEmpty()) {
      return null;
    }
    note(mantissa, evidence);
    BigDecimal value = new BigDecimal(digits).movePointLeft(decimals.length());
    return exponent < 0
        ? value
        : value.scaleByPowerOfTen(Integer.parseInt(text.substring(exponent + 1)));
  }

  /** Where the decimals start; -1 when there are none. */
  private static int decimalMark(String text, char fileMark) {
    int last = lastMark(text);
    boolean grouping = last >= 0
        && (isRepeated(text, last) || (isEither(text, last) && text.charAt(last) != fileMark));
    return grouping ? -1 : last;
  }

  /** Notes what a number says about the marks of the file, in whichever way it was read itself. */
  private static void note(String text, Evidence evidence) {
    int last = lastMark(text);
    if (last < 0) {
      return;
    }
    char mark = text.charAt(last);
    if (isRepeated(text, last)) {
      evidence.decimalMark(mark == '.' ? ',' : '.');
    } else if (isEither(text, last)) {
      evidence.eitherMark();
    } else {
      evidence.decimalMark(mark);
    }
  }

  private static int lastMark(String text) {
    return Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  }

  private static boolean isAlone(String text, int mark) {
    return text.indexOf(text.charAt(mark) == '.' ? ',' : '.') < 0;
  }

  private static boolean isRepeated(String text, int mark) {
    return isAlone(text, mark) && text.indexOf(text.charAt(mark)) < mark;
  }

  private static boolean isEither(String text, int mark) {
    return isAlone(text, mark) && text.length() - mark == 4 && canBeGrouped(mark, text.charAt(0));
  }
}
